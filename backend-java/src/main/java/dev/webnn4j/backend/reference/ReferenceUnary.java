package dev.webnn4j.backend.reference;

import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** Functions of one element. */
final class ReferenceUnary {
  private ReferenceUnary() {}

  static Map<Operator, ReferenceFunction> functions() {
    Map<Operator, ReferenceFunction> table = new HashMap<>();
    for (ElementwiseUnary function : ElementwiseUnary.values()) {
      table.put(function.operator(), call -> apply(function, call.tensor(function.input())));
    }
    for (Activation function : Activation.values()) {
      table.put(function.operator(), call -> activate(function, call));
    }
    return table;
  }

  private static Tensor apply(ElementwiseUnary function, Tensor x) {
    if (x.isFloat()) {
      DoubleUnaryOperator f = real(function);
      return Tensor.ofReals(x.type(), i -> f.applyAsDouble(x.real(i)));
    }
    LongUnaryOperator f = integer(function);
    return Tensor.ofIntegers(x.type(), i -> f.applyAsLong(x.integer(i)));
  }

  private static LongUnaryOperator integer(ElementwiseUnary function) {
    return switch (function) {
      case ABS -> Math::abs;
      case NEG -> x -> -x;
      case SIGN -> Long::signum;
      case RELU -> x -> Math.max(x, 0);
      case IDENTITY -> x -> x;
      default -> throw new IllegalArgumentException(function + " takes floats only");
    };
  }

  private static DoubleUnaryOperator real(ElementwiseUnary function) {
    return switch (function) {
      case ABS -> Math::abs;
      case CEIL -> Math::ceil;
      case COS -> Math::cos;
      case ERF -> Erf::erf;
      case EXP -> Math::exp;
      case FLOOR -> Math::floor;
      case IDENTITY -> x -> x;
      case LOG -> Math::log;
      case NEG -> x -> -x;
      case RECIPROCAL -> x -> 1 / x;
      case ROUND_EVEN -> Math::rint;
      // As the specification's decomposition has it, NaN has the sign 0.
      case SIGN -> x -> x > 0 ? 1 : x < 0 ? -1 : 0;
      case SIN -> Math::sin;
      case SQRT -> Math::sqrt;
      case TAN -> Math::tan;
      case GELU -> x -> 0.5 * x * Erf.erfc(-x / Math.sqrt(2));
      case HARD_SWISH -> x -> x * Math.max(0, Math.min(6, x + 3)) / 6;
      case RELU -> x -> Math.max(x, 0);
      case SIGMOID -> x -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
      case SOFTPLUS -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case SOFTSIGN -> x -> x / (1 + Math.abs(x));
      case TANH -> Math::tanh;
    };
  }

  private static Tensor activate(Activation function, ReferenceCall call) {
    Tensor x = call.tensor(Activation.INPUT);
    double alpha = call.parameter(function.alpha());
    double beta = function.beta().map(call::parameter).orElse(0.0);
    DoubleUnaryOperator f =
        switch (function) {
          case ELU -> v -> v > 0 ? v : alpha * Math.expm1(v);
          case HARD_SIGMOID -> v -> Math.max(0, Math.min(1, alpha * v + beta));
          case LEAKY_RELU -> v -> v >= 0 ? v : alpha * v;
          case LINEAR -> v -> alpha * v + beta;
        };
    return Tensor.ofReals(x.type(), i -> f.applyAsDouble(x.real(i)));
  }
}
