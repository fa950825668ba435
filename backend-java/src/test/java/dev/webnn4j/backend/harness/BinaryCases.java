package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Prelu;
import java.util.HashMap;
import java.util.Map;

/** Functions of two elements, in every pattern of broadcasting. */
final class BinaryCases {
  private BinaryCases() {}

  static Map<Operator, CaseGenerator> generators() {
    Map<Operator, CaseGenerator> generators = new HashMap<>();
    for (ElementwiseBinary function : ElementwiseBinary.values()) {
      generators.put(
          function.operator(),
          draw ->
              start(
                      function.operator(),
                      ElementwiseBinary.A,
                      ElementwiseBinary.B,
                      fill(function),
                      draw)
                  .tolerance(tolerance(function))
                  .build(draw));
    }
    generators.put(
        Prelu.OPERATOR,
        draw ->
            start(Prelu.OPERATOR, Prelu.INPUT, Prelu.SLOPE, Fill.special(), draw)
                .tolerance(Tolerance.ulps(1))
                .build(draw));
    return generators;
  }

  static OperatorCase.Builder start(
      Operator operator, OperandSlot a, OperandSlot b, Fill fill, Draw draw) {
    MLOperandDataType type = draw.from(a.types());
    Shape shape = UnaryCases.shape(draw);
    boolean same = draw.oneIn(3);
    Shape left = same ? shape : draw.broadcastable(shape);
    Shape right = same ? shape : draw.oneIn(2) ? shape : draw.broadcastable(shape);
    boolean swap = draw.oneIn(2);
    return OperatorCase.of(operator)
        .operand(a, draw.type(type, swap ? right : left), fill)
        .operand(b, draw.type(type, swap ? left : right), fill);
  }

  private static Fill fill(ElementwiseBinary function) {
    return function == ElementwiseBinary.POW ? Fill.uniform(-4, 4).orWhole() : Fill.special();
  }

  /**
   * IEEE 754 has these rounded right in float32, and rounding them again to float16 changes nothing
   * since float32 has more than twice its digits and two more. Powers are exp(b * log(a)), whose
   * argument is up to 4 log 4 here: that many roundings are multiplied.
   */
  private static Tolerance tolerance(ElementwiseBinary function) {
    return switch (function) {
      case ADD, SUB, MUL, DIV, MAX, MIN -> Tolerance.ulps(0);
      case POW -> Tolerance.ulps(16);
    };
  }
}
