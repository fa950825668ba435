package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.int32;
import static dev.webnn4j.backend.spec.Data.integers;
import static dev.webnn4j.backend.spec.Data.uint8;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLReduceOptions;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Reduction;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Reductions and running sums, by hand. */
final class ReductionExamplesTest {
  private static final double NEGATIVE = Double.NEGATIVE_INFINITY;
  private static final double POSITIVE = Double.POSITIVE_INFINITY;
  private static final Shape SCALAR = Shape.SCALAR;

  private static Example reduce(
      Reduction reduction, Data input, Consumer<MLReduceOptions> options) {
    return Example.of(input)
        .graph((builder, x) -> builder.reduce(reduction, x.getFirst(), options));
  }

  private static Example reduce(Reduction reduction, Data input) {
    return reduce(reduction, input, o -> {});
  }

  @Test
  void sums() {
    Data matrix = float32(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    Reduction sum = Reduction.REDUCE_SUM;
    reduce(sum, matrix).gives(float32(SCALAR, 21));
    reduce(sum, matrix, o -> o.axes(0)).gives(float32(5, 7, 9));
    reduce(sum, matrix, o -> o.axes(1)).gives(float32(6, 15));
    reduce(sum, matrix, o -> o.axes(1).keepDimensions(true)).gives(float32(Shape.of(2, 1), 6, 15));
    reduce(sum, matrix, o -> o.keepDimensions(true)).gives(float32(Shape.of(1, 1), 21));
    reduce(sum, matrix, o -> o.axes()).gives(matrix);
    reduce(sum, float32(SCALAR, -3)).gives(float32(SCALAR, -3));
  }

  @Test
  void outerAndInnerAxesTogetherInAnyOrder() {
    Data cube = int32(Shape.of(2, 2, 3), 1, 2, 3, 10, 20, 30, 4, 5, 6, 40, 50, 60);
    reduce(Reduction.REDUCE_SUM, cube, o -> o.axes(2, 0)).gives(int32(Shape.of(2), 21, 210));
    reduce(Reduction.REDUCE_SUM, cube, o -> o.axes(1))
        .gives(int32(Shape.of(2, 3), 11, 22, 33, 44, 55, 66));
  }

  @Test
  void integersWrap() {
    Shape two = Shape.of(2);
    int least = Integer.MIN_VALUE;
    reduce(Reduction.REDUCE_SUM, int32(two, Integer.MAX_VALUE, 2)).gives(int32(SCALAR, least + 1));
    reduce(Reduction.REDUCE_L1, int32(two, least, -1)).gives(int32(SCALAR, least + 1));
    reduce(Reduction.REDUCE_PRODUCT, int32(two, 65537, 65537)).gives(int32(SCALAR, 131073));
    reduce(Reduction.REDUCE_SUM_SQUARE, int32(two, 46341, 3), o -> o.axes())
        .gives(int32(two, -2147479015, 9));
    reduce(Reduction.REDUCE_L1, integers(MLOperandDataType.UINT64, two, -1, 3))
        .gives(integers(MLOperandDataType.UINT64, SCALAR, 2));
    reduce(Reduction.REDUCE_PRODUCT, integers(MLOperandDataType.INT64, two, 1L << 40, 1L << 30))
        .gives(integers(MLOperandDataType.INT64, SCALAR, 0));
    reduce(Reduction.REDUCE_SUM, integers(MLOperandDataType.UINT32, two, 4294967295L, 7))
        .gives(integers(MLOperandDataType.UINT32, SCALAR, 6));
  }

  @Test
  void extremes() {
    Data rows = float32(Shape.of(2, 3), 1, Double.NaN, 3, -1, POSITIVE, NEGATIVE);
    reduce(Reduction.REDUCE_MAX, rows, o -> o.axes(1)).gives(float32(Double.NaN, POSITIVE));
    reduce(Reduction.REDUCE_MIN, rows, o -> o.axes(1)).gives(float32(Double.NaN, NEGATIVE));
    reduce(Reduction.REDUCE_MIN, rows, o -> o.axes(0)).gives(float32(-1, Double.NaN, NEGATIVE));
    // The bits of 2^63 would be the least number of all if they had a sign.
    Data large = integers(MLOperandDataType.UINT64, Shape.of(3), 1, Long.MIN_VALUE, 2);
    reduce(Reduction.REDUCE_MAX, large)
        .gives(integers(MLOperandDataType.UINT64, SCALAR, Long.MIN_VALUE));
    reduce(Reduction.REDUCE_MIN, large).gives(integers(MLOperandDataType.UINT64, SCALAR, 1));
    reduce(Reduction.REDUCE_MAX, uint8(Shape.of(3), 3, 200, 100)).gives(uint8(SCALAR, 200));
  }

  @Test
  void float16IsRoundedOnceAtTheEnd() {
    Shape two = Shape.of(2);
    reduce(Reduction.REDUCE_MEAN, float16(two, 60000, 60000)).gives(float16(SCALAR, 60000));
    reduce(Reduction.REDUCE_L2, float16(two, 300, 400)).gives(float16(SCALAR, 500));
    reduce(Reduction.REDUCE_LOG_SUM, float16(two, 40000, 40000))
        .gives(float16(SCALAR, 11.28978191));
    double[] ones = new double[4096];
    Arrays.fill(ones, 1);
    // 2048 + 1 is 2048 in float16.
    reduce(Reduction.REDUCE_SUM, float16(Shape.of(4096), ones)).gives(float16(SCALAR, 4096));
  }

  @Test
  void norms() {
    Data matrix = float32(Shape.of(2, 2), 3, -4, 6, -8);
    reduce(Reduction.REDUCE_L1, matrix, o -> o.axes(1)).gives(float32(7, 14));
    reduce(Reduction.REDUCE_L2, matrix, o -> o.axes(1)).gives(float32(5, 10));
    reduce(Reduction.REDUCE_L2, matrix, o -> o.axes()).gives(float32(Shape.of(2, 2), 3, 4, 6, 8));
    reduce(Reduction.REDUCE_SUM_SQUARE, matrix, o -> o.axes(0)).gives(float32(45, 80));
    reduce(Reduction.REDUCE_MEAN, matrix, o -> o.axes(0)).gives(float32(4.5, -6));
    reduce(Reduction.REDUCE_PRODUCT, matrix, o -> o.axes(0)).gives(float32(18, 32));
  }

  @Test
  void logarithms() {
    reduce(Reduction.REDUCE_LOG_SUM, float32(0.25, 0.5, 0.25)).gives(float32(SCALAR, 0));
    reduce(Reduction.REDUCE_LOG_SUM, float32(1e-30, 1e-30))
        .within(1e-6)
        .gives(float32(SCALAR, -68.38440));
    reduce(Reduction.REDUCE_LOG_SUM, float32(0, 1, -1), o -> o.axes())
        .gives(float32(NEGATIVE, 0, Double.NaN));
  }

  @Test
  void logSumExpNeitherOverflowsNorLosesInfinities() {
    Data rows =
        float32(
            Shape.of(6, 2),
            1000,
            1000,
            -1000,
            -1000,
            NEGATIVE,
            NEGATIVE,
            POSITIVE,
            NEGATIVE,
            5,
            NEGATIVE,
            Double.NaN,
            POSITIVE);
    reduce(Reduction.REDUCE_LOG_SUM_EXP, rows, o -> o.axes(1))
        .within(1e-6)
        .gives(float32(1000.6931472, -999.3068528, NEGATIVE, POSITIVE, 5, Double.NaN));
    reduce(Reduction.REDUCE_LOG_SUM_EXP, float32(-200, 90, NEGATIVE), o -> o.axes())
        .gives(float32(-200, 90, NEGATIVE));
  }

  @Test
  void logSumExpOfManyChunks() {
    double[] row = new double[40000];
    Arrays.fill(row, NEGATIVE);
    row[17000] = -1000;
    row[39999] = -1000;
    reduce(Reduction.REDUCE_LOG_SUM_EXP, float32(row))
        .within(1e-6)
        .gives(float32(SCALAR, -999.3068528));
  }

  @Test
  void longSumsStayExact() {
    double[] row = new double[1 << 20];
    Arrays.fill(row, 0.1f);
    // Added one by one in float32 this would be 5 % off.
    reduce(Reduction.REDUCE_SUM, float32(row))
        .within(4e-6)
        .gives(float32(SCALAR, 0.1f * (double) row.length));
    reduce(Reduction.REDUCE_SUM, float32(Shape.of(1 << 18, 4), row), o -> o.axes(0))
        .within(4e-6)
        .gives(float32(26214.4003906, 26214.4003906, 26214.4003906, 26214.4003906));
  }

  private static Example running(Data input, int axis, boolean exclusive, boolean reversed) {
    return Example.of(input)
        .graph(
            (builder, x) ->
                builder.cumulativeSum(
                    x.getFirst(), axis, o -> o.exclusive(exclusive).reversed(reversed)));
  }

  @Test
  void runningSums() {
    Shape shape = Shape.of(2, 3);
    Data matrix = float32(shape, 1, 2, 3, 10, 20, 30);
    running(matrix, 1, false, false).gives(float32(shape, 1, 3, 6, 10, 30, 60));
    running(matrix, 1, true, false).gives(float32(shape, 0, 1, 3, 0, 10, 30));
    running(matrix, 1, false, true).gives(float32(shape, 6, 5, 3, 60, 50, 30));
    running(matrix, 1, true, true).gives(float32(shape, 5, 3, 0, 50, 30, 0));
    running(matrix, 0, false, false).gives(float32(shape, 1, 2, 3, 11, 22, 33));
    running(matrix, 0, true, true).gives(float32(shape, 10, 20, 30, 0, 0, 0));
  }

  @Test
  void runningSumsWrapAndRoundOnce() {
    running(int32(Shape.of(3), Integer.MAX_VALUE, 1, -1), 0, false, false)
        .gives(int32(Shape.of(3), Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE));
    running(float16(Shape.of(4), 2048, 1, 1, 1), 0, false, false)
        .gives(float16(Shape.of(4), 2048, 2049, 2050, 2051));
    running(float32(1, POSITIVE, 1, NEGATIVE), 0, false, false)
        .gives(float32(1, POSITIVE, POSITIVE, Double.NaN));
  }

  @Test
  void runningSumsOfManyChunks() {
    int length = 40000;
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    double[] count = new double[length];
    Arrays.setAll(count, i -> length - 1 - i);
    running(float32(ones), 0, true, true).gives(float32(count));
    double[] pairs = new double[length];
    Arrays.setAll(pairs, i -> i / 2 + 1);
    Shape columns = Shape.of(length / 2, 2);
    running(float32(columns, ones), 0, false, false).gives(float32(columns, pairs));
  }
}
