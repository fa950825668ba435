package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Matmul on small integers, which no order of summation changes; the batches are NumPy's. */
final class MatmulExamplesTest {
  private static Example matmul(Data a, Data b) {
    return Example.of(a, b).graph((builder, x) -> builder.matmul(x.getFirst(), x.getLast()));
  }

  /** The integers from {@code first} on. */
  private static Data counted(int first, int... shape) {
    int count = (int) Shape.of(shape).elementCount();
    return float32(
        Shape.of(shape), IntStream.range(first, first + count).asDoubleStream().toArray());
  }

  @Test
  void ofTwoMatrices() {
    matmul(counted(1, 2, 3), counted(1, 3, 2)).gives(float32(Shape.of(2, 2), 22, 28, 49, 64));
  }

  @Test
  void aMatrixBroadcastsToABatchOnEitherSide() {
    matmul(counted(1, 2, 2, 3), counted(1, 3, 1)).gives(float32(Shape.of(2, 2, 1), 14, 32, 50, 68));
    matmul(counted(1, 1, 3), counted(1, 2, 3, 2)).gives(float32(Shape.of(2, 1, 2), 22, 28, 58, 64));
  }

  @Test
  void batchesOfBothSidesBroadcast() {
    matmul(counted(1, 2, 1, 2, 3), counted(-4, 1, 3, 3, 2))
        .gives(
            float32(
                Shape.of(2, 3, 2, 2),
                -8,
                -2,
                -26,
                -11,
                28,
                34,
                64,
                79,
                64,
                70,
                154,
                169,
                -44,
                -20,
                -62,
                -29,
                100,
                124,
                136,
                169,
                244,
                268,
                334,
                367));
  }

  @Test
  void ofEightAxes() {
    matmul(counted(1, 1, 1, 1, 2, 1, 1, 2, 3), counted(1, 3, 1))
        .gives(float32(Shape.of(1, 1, 1, 2, 1, 1, 2, 1), 14, 32, 50, 68));
  }

  @Test
  void aRowByAColumnAndAColumnByARow() {
    Data row = float32(Shape.of(1, 3), 1, 2, 3);
    Data column = float32(Shape.of(3, 1), 4, 5, 6);
    matmul(row, column).gives(float32(Shape.of(1, 1), 32));
    matmul(column, row).gives(float32(Shape.of(3, 3), 4, 8, 12, 5, 10, 15, 6, 12, 18));
  }

  @Test
  void nanStaysInItsRow() {
    double nan = Double.NaN;
    matmul(float32(Shape.of(2, 2), nan, 1, 1, 1), float32(Shape.of(2, 2), 0, 1, 2, 3))
        .gives(float32(Shape.of(2, 2), nan, nan, 2, 4));
  }

  /** Sums in float16 would stay at 2048, and overflow on the way. */
  @Test
  void float16IsRoundedOnce() {
    matmul(
            float16(Shape.of(1, 2, 3), 2048, 1, 1, 65504, 65504, -65504),
            float16(Shape.of(3, 1), 1, 1, 1))
        .gives(float16(Shape.of(1, 2, 1), 2050, 65504));
  }
}
