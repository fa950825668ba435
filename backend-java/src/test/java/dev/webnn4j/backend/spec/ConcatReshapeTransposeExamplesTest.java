package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.int32;
import static dev.webnn4j.backend.spec.Data.integers;
import static dev.webnn4j.backend.spec.Data.uint8;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What moves elements and does not change them, by hand. */
final class ConcatReshapeTransposeExamplesTest {
  private static final MLOperandDataType[] INTEGERS = {
    MLOperandDataType.INT8,
    MLOperandDataType.UINT8,
    MLOperandDataType.INT32,
    MLOperandDataType.UINT32,
    MLOperandDataType.INT64,
    MLOperandDataType.UINT64
  };

  private static Example concat(long axis, Data... inputs) {
    return Example.of(inputs).graph((builder, x) -> builder.concat(x, axis));
  }

  private static Example reshape(Data x, int... shape) {
    return Example.of(x).graph((builder, operands) -> builder.reshape(operands.getFirst(), shape));
  }

  private static Example transpose(Data x, int... permutation) {
    return Example.of(x)
        .graph(
            (builder, operands) ->
                builder.transpose(operands.getFirst(), o -> o.permutation(permutation)));
  }

  private static Example reverse(Data x) {
    return Example.of(x)
        .graph((builder, operands) -> builder.transpose(operands.getFirst(), o -> {}));
  }

  @Test
  void concatAlongEachAxis() {
    Data a = float32(Shape.of(1, 2, 2), 1, 2, 3, 4);
    Data b = float32(Shape.of(1, 2, 2), 5, 6, 7, 8);
    concat(0, a, b).gives(float32(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8));
    concat(1, a, b).gives(float32(Shape.of(1, 4, 2), 1, 2, 3, 4, 5, 6, 7, 8));
    concat(2, a, b).gives(float32(Shape.of(1, 2, 4), 1, 2, 5, 6, 3, 4, 7, 8));
  }

  @Test
  void concatOfSeveralSizes() {
    concat(
            1,
            int32(Shape.of(2, 1), 1, 2),
            int32(Shape.of(2, 3), 3, 4, 5, 6, 7, 8),
            int32(Shape.of(2, 2), 9, 10, 11, 12))
        .gives(int32(Shape.of(2, 6), 1, 3, 4, 5, 9, 10, 2, 6, 7, 8, 11, 12));
  }

  @Test
  void concatOfOneIsTheOneItself() {
    concat(0, float32(1, -0.0)).withSignedZeros().gives(float32(1, -0.0));
  }

  @Test
  void concatTakesAnInputTwice() {
    Example.of(float32(1, 2))
        .graph((builder, x) -> builder.concat(List.of(x.getFirst(), x.getFirst(), x.getFirst()), 0))
        .gives(float32(1, 2, 1, 2, 1, 2));
  }

  @Test
  void everyTypeKeepsItsBits() {
    for (MLOperandDataType type : INTEGERS) {
      Data x = integers(type, Shape.of(2, 2), Long.MIN_VALUE + 1, -1, (1L << 53) + 1, 127);
      Shape shape = Shape.of(2, 2);
      transpose(x, 1, 0).gives(integers(type, shape, Long.MIN_VALUE + 1, (1L << 53) + 1, -1, 127));
      reshape(x, 4).gives(integers(type, Shape.of(4), Long.MIN_VALUE + 1, -1, (1L << 53) + 1, 127));
      concat(0, x, integers(type, Shape.of(1, 2), -2, 3))
          .gives(
              integers(type, Shape.of(3, 2), Long.MIN_VALUE + 1, -1, (1L << 53) + 1, 127, -2, 3));
    }
  }

  @Test
  void nothingHappensToFloats() {
    double[] x = {-0.0, Double.NaN, Double.NEGATIVE_INFINITY, 0x1p-24};
    Shape row = Shape.of(1, 4);
    Shape column = Shape.of(4, 1);
    transpose(float16(row, x), 1, 0).withSignedZeros().gives(float16(column, x));
    transpose(float32(row, x), 1, 0).withSignedZeros().gives(float32(column, x));
    reshape(float16(row, x), 4, 1).withSignedZeros().gives(float16(column, x));
  }

  @Test
  void reshapeKeepsTheOrder() {
    reshape(float32(Shape.of(2, 3), 1, 2, 3, 4, 5, 6), 3, 1, 2)
        .gives(float32(Shape.of(3, 1, 2), 1, 2, 3, 4, 5, 6));
  }

  @Test
  void reshapeToAndFromScalars() {
    reshape(float32(Shape.of(1, 1), 7)).gives(float32(Shape.SCALAR, 7));
    reshape(uint8(Shape.SCALAR, 255), 1, 1, 1).gives(uint8(Shape.of(1, 1, 1), 255));
  }

  @Test
  void transposeReversesTheAxesByDefault() {
    reverse(float32(Shape.of(2, 3), 1, 2, 3, 4, 5, 6))
        .gives(float32(Shape.of(3, 2), 1, 4, 2, 5, 3, 6));
    reverse(int32(Shape.of(2, 1, 3), 1, 2, 3, 4, 5, 6))
        .gives(int32(Shape.of(3, 1, 2), 1, 4, 2, 5, 3, 6));
    reverse(float32(Shape.SCALAR, 3)).gives(float32(Shape.SCALAR, 3));
    reverse(float32(1, 2)).gives(float32(1, 2));
  }

  /**
   * Each axis of the result is the one of the input that the permutation names, not the inverse.
   */
  @Test
  void permutationNamesTheInputsAxes() {
    Data x = int32(Shape.of(2, 1, 3), 1, 2, 3, 4, 5, 6);
    transpose(x, 1, 2, 0).gives(int32(Shape.of(1, 3, 2), 1, 4, 2, 5, 3, 6));
    transpose(x, 2, 0, 1).gives(int32(Shape.of(3, 2, 1), 1, 4, 2, 5, 3, 6));
    transpose(x, 0, 1, 2).gives(x);
    transpose(int32(Shape.of(1, 2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8), 0, 2, 3, 1)
        .gives(int32(Shape.of(1, 2, 2, 2), 1, 5, 2, 6, 3, 7, 4, 8));
  }

  /** With two elements an axis, reversing the axes reverses the bits of a place. */
  @Test
  void eightAxesReverse() {
    Shape shape = Shape.of(2, 2, 2, 2, 2, 2, 2, 2);
    long[] places = LongStream.range(0, 256).toArray();
    long[] reversed = LongStream.range(0, 256).map(i -> Long.reverse(i) >>> 56).toArray();
    reverse(uint8(shape, places)).gives(uint8(shape, reversed));
    reverse(int32(shape, places)).gives(int32(shape, reversed));
  }

  @Test
  void eightAxesConcatenate() {
    Shape shape = Shape.of(1, 1, 2, 1, 1, 1, 1, 1);
    concat(7, uint8(shape, 1, 2), uint8(shape, 3, 4))
        .gives(uint8(Shape.of(1, 1, 2, 1, 1, 1, 1, 2), 1, 3, 2, 4));
  }
}
