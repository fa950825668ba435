package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Types;
import java.util.HashMap;
import java.util.Map;

/** What looks at all elements along an axis. */
final class ReductionCases {
  private static final int MAX_ELEMENTS = 3000;

  private ReductionCases() {}

  static Map<Operator, CaseGenerator> generators() {
    Map<Operator, CaseGenerator> generators = new HashMap<>();
    for (ArgMinMax function : ArgMinMax.values()) {
      generators.put(function.operator(), draw -> argMinMax(function, draw));
    }
    generators.put(Softmax.OPERATOR, ReductionCases::softmax);
    return generators;
  }

  private static OperatorCase argMinMax(ArgMinMax function, Draw draw) {
    Shape shape = draw.shape(1, 5, MAX_ELEMENTS);
    Fill fill = draw.oneIn(2) ? Fill.repeating() : Fill.any();
    OperatorCase.Builder builder =
        OperatorCase.of(function.operator())
            .operand(ArgMinMax.INPUT, draw.type(draw.from(Types.ANY), shape), fill)
            .with(ArgMinMax.AXIS, (long) draw.between(0, shape.rank() - 1))
            .tolerance(Tolerance.exact());
    if (draw.oneIn(2)) {
      builder.with(ArgMinMax.KEEP_DIMENSIONS, draw.oneIn(2));
    }
    if (draw.oneIn(2)) {
      builder.with(
          ArgMinMax.OUTPUT_DATA_TYPE, draw.of(MLOperandDataType.INT32, MLOperandDataType.INT64));
    }
    return builder.build(draw);
  }

  /**
   * The rounding of {@code x - max}, here at most 16, is multiplied by that size in its
   * exponential; the exponential itself is off by a few ulp, the sum of positive terms by one for
   * each, the quotient by one.
   */
  private static OperatorCase softmax(Draw draw) {
    Shape shape = draw.shape(1, 5, MAX_ELEMENTS);
    int axis = draw.between(0, shape.rank() - 1);
    return OperatorCase.of(Softmax.OPERATOR)
        .operand(Softmax.INPUT, draw.type(draw.from(Types.FLOATS), shape), Fill.any())
        .with(Softmax.AXIS, (long) axis)
        .tolerance(Tolerance.ulps(16 + 4 + shape.dim(axis)))
        .build(draw);
  }
}
