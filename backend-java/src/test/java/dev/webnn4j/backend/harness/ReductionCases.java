package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What looks at all elements along an axis, or along several. */
final class ReductionCases {
  private static final int MAX_ELEMENTS = 3000;

  private ReductionCases() {}

  static Map<Operator, CaseGenerator> generators() {
    Map<Operator, CaseGenerator> generators = new HashMap<>();
    for (ArgMinMax function : ArgMinMax.values()) {
      generators.put(function.operator(), draw -> argMinMax(function, draw));
    }
    generators.put(Softmax.OPERATOR, ReductionCases::softmax);
    for (Reduction function : Reduction.values()) {
      generators.put(function.operator(), draw -> reduction(function, draw));
    }
    generators.put(CumulativeSum.OPERATOR, ReductionCases::cumulativeSum);
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

  /** Mostly small; sometimes with axes so long that kernels cut them into chunks. */
  static Shape shape(int minRank, Draw draw) {
    if (!draw.oneIn(8)) {
      return draw.shape(minRank, 5, MAX_ELEMENTS);
    }
    return draw.of(
        Shape.of(draw.between(9000, 50000)),
        Shape.of(draw.between(200, 1100), draw.between(1, 40)),
        Shape.of(draw.between(1, 3), draw.between(200, 600), draw.between(1, 5), 3),
        Shape.of(2, draw.between(1, 3), draw.between(8000, 20000)),
        Shape.of(3, draw.between(1000, 3000), 2));
  }

  /** Some axes in any order; perhaps none. */
  static List<Long> axes(int rank, Draw draw) {
    return draw.permutation(rank).subList(0, draw.oneIn(6) ? 0 : draw.between(0, rank));
  }

  private static OperatorCase reduction(Reduction function, Draw draw) {
    MLOperandDataType type = draw.from(function.input().types());
    Shape shape = shape(0, draw);
    List<Long> axes = axes(shape.rank(), draw);
    boolean all = draw.oneIn(4);
    long length = all ? shape.elementCount() : length(shape, axes);
    OperatorCase.Builder builder =
        OperatorCase.of(function.operator())
            .operand(function.input(), draw.type(type, shape), fill(function, length))
            .tolerance(type.isFloat() ? tolerance(function, length) : Tolerance.exact());
    if (!all) {
      builder.with(Reduction.AXES, axes);
    }
    if (draw.oneIn(2)) {
      builder.with(Reduction.KEEP_DIMENSIONS, draw.oneIn(2));
    }
    return builder.build(draw);
  }

  static long length(Shape shape, List<Long> axes) {
    return axes.stream().mapToLong(axis -> shape.dim(axis.intValue())).reduce(1, (a, b) -> a * b);
  }

  private static Fill fill(Reduction function, long length) {
    return switch (function) {
      case REDUCE_MAX, REDUCE_MIN, REDUCE_LOG_SUM_EXP -> Fill.special();
      case REDUCE_LOG_SUM -> upset(Fill.uniform(0, 8));
      case REDUCE_PRODUCT -> product(Math.min(0.5, 2 / Math.sqrt((double) length)));
      default -> upset(Fill.any());
    };
  }

  /** Floats around 1 and -1, so that their product is neither too large nor too small. */
  private static Fill product(double spread) {
    return (type, draw) ->
        type.dataType().isFloat()
            ? Tensor.ofReals(
                type, _ -> draw.uniform(1 - spread, 1 + spread) * (draw.oneIn(2) ? 1 : -1))
            : Fill.any().fill(type, draw);
  }

  /** In some tensors with a few infinities and NaN, which make any sum what it is. */
  private static Fill upset(Fill fill) {
    return (type, draw) -> {
      Tensor values = fill.fill(type, draw);
      return values.isFloat() && draw.oneIn(4)
          ? Tensor.ofReals(
              type,
              i ->
                  draw.oneIn(30)
                      ? draw.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                      : values.real(i))
          : values;
    };
  }

  /**
   * A sum's roundings are relative to the sum of the magnitudes, as are those of a product. They
   * come before a logarithm, which makes an absolute error of a relative one.
   */
  private static Tolerance tolerance(Reduction function, long length) {
    int roundings = roundings(length);
    return switch (function) {
      case REDUCE_MAX, REDUCE_MIN -> Tolerance.ulps(0);
      case REDUCE_PRODUCT -> Tolerance.sum((int) length);
      case REDUCE_LOG_SUM -> Tolerance.ulps(2).absolute((roundings + 2) * 0x1p-24);
      // The logarithm is added to a shift of up to 8 or so, an exponential off by a few ulp.
      case REDUCE_LOG_SUM_EXP -> Tolerance.ulps(2).absolute((roundings + 20) * 0x1p-24);
      case REDUCE_L2 -> Tolerance.sum(roundings + 1).absolute(underflow(length));
      default -> Tolerance.sum(roundings + 1);
    };
  }

  /** What the root of a sum of squares lacks if each of them is so small that float32 loses it. */
  static double underflow(long terms) {
    return Math.sqrt(terms * 0x1p-149);
  }

  /**
   * How often a float32 kernel rounds a term that is added to many: it adds no more than 256 rows,
   * or 2^12 elements in at least 16 lanes, before it goes on in double precision.
   */
  static int roundings(long length) {
    return (int) Math.min(length, (1 << 12) / 16 + 16);
  }

  private static OperatorCase cumulativeSum(Draw draw) {
    MLOperandDataType type = draw.from(Types.SUMMABLE);
    Shape shape = shape(1, draw);
    int axis = draw.between(0, shape.rank() - 1);
    OperatorCase.Builder builder =
        OperatorCase.of(CumulativeSum.OPERATOR)
            .operand(CumulativeSum.INPUT, draw.type(type, shape), upset(Fill.any()))
            .with(CumulativeSum.AXIS, (long) axis)
            .tolerance(
                type.isFloat() ? Tolerance.sum(roundings(shape.dim(axis))) : Tolerance.exact());
    if (draw.oneIn(2)) {
      builder.with(CumulativeSum.EXCLUSIVE, draw.oneIn(2));
    }
    if (draw.oneIn(2)) {
      builder.with(CumulativeSum.REVERSED, draw.oneIn(2));
    }
    return builder.build(draw);
  }
}
