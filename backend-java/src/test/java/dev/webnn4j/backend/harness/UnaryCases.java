package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import java.util.HashMap;
import java.util.Map;

/** Functions of one element. */
final class UnaryCases {
  private static final int MAX_ELEMENTS = 4000;

  private UnaryCases() {}

  static Map<Operator, CaseGenerator> generators() {
    Map<Operator, CaseGenerator> generators = new HashMap<>();
    for (ElementwiseUnary function : ElementwiseUnary.values()) {
      generators.put(
          function.operator(),
          draw ->
              start(function.operator(), function.input(), fill(function), draw)
                  .tolerance(tolerance(function))
                  .build(draw));
    }
    for (Activation function : Activation.values()) {
      generators.put(function.operator(), draw -> activation(function, draw));
    }
    return generators;
  }

  private static OperatorCase.Builder start(
      Operator operator, OperandSlot slot, Fill fill, Draw draw) {
    MLOperandDataType type = draw.from(slot.types());
    return OperatorCase.of(operator).operand(slot, draw.type(type, shape(draw)), fill);
  }

  /** Mostly small; sometimes so large that several workers have a share. */
  static Shape shape(Draw draw) {
    return draw.oneIn(12) ? Shape.of(draw.between(9000, 70000)) : draw.shape(0, 5, MAX_ELEMENTS);
  }

  private static Fill fill(ElementwiseUnary function) {
    return switch (function) {
      // Their formulas multiply infinity by zero or divide it by itself.
      case GELU, HARD_SWISH, SOFTSIGN -> Fill.finite();
      default -> Fill.special();
    };
  }

  /**
   * Exact where the function picks or flips bits or IEEE 754 asks for it. A library's float32
   * functions are off by a few ulp; where the result is small because large terms cancel out (log
   * near 1, sine near pi, gelu far below 0) an absolute error of the terms' roundings remains.
   */
  private static Tolerance tolerance(ElementwiseUnary function) {
    return switch (function) {
      case ABS, CEIL, FLOOR, IDENTITY, NEG, ROUND_EVEN -> Tolerance.exact();
      case RELU, SIGN, SQRT, RECIPROCAL -> Tolerance.ulps(1);
      case ERF, EXP, LOG, SIGMOID, SOFTPLUS, TANH, HARD_SWISH, SOFTSIGN ->
          Tolerance.ulps(4).absolute(1e-7);
      case SIN, COS, GELU -> Tolerance.ulps(4).absolute(5e-7);
      case TAN -> Tolerance.ulps(16).absolute(1e-6);
    };
  }

  private static OperatorCase activation(Activation function, Draw draw) {
    OperatorCase.Builder builder =
        start(function.operator(), Activation.INPUT, activationFill(function), draw);
    if (draw.oneIn(2)) {
      builder.with(function.alpha(), draw.uniform(-2, 2));
    }
    if (draw.oneIn(2) && function.beta().isPresent()) {
      builder.with(function.beta().orElseThrow(), draw.uniform(-2, 2));
    }
    return builder.tolerance(tolerance(function)).build(draw);
  }

  private static Fill activationFill(Activation function) {
    // A sum of terms that overflow both ways is infinite or not a number by chance of order.
    return function == Activation.LINEAR ? Fill.uniform(-100, 100) : Fill.special();
  }

  /** {@code alpha * x + beta} may cancel out, so that the roundings of its terms show. */
  private static Tolerance tolerance(Activation function) {
    return switch (function) {
      case ELU -> Tolerance.ulps(4).absolute(5e-7);
      case HARD_SIGMOID -> Tolerance.ulps(2).absolute(5e-7);
      case LEAKY_RELU -> Tolerance.ulps(1);
      case LINEAR -> Tolerance.sum(2);
    };
  }
}
