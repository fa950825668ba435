package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.int32;
import static dev.webnn4j.backend.spec.Data.integers;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import org.junit.jupiter.api.Test;

/** Gather and scatter: the specification's examples, and indices of every kind by hand. */
final class IndexExamplesTest {
  private static final Shape TABLE_SHAPE = Shape.of(4, 3);
  private static final Data TABLE =
      float32(TABLE_SHAPE, 0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32);

  private static void gathers(Data indices, int axis, Data expected) {
    Example.of(TABLE, indices)
        .graph((builder, x) -> builder.gather(x.get(0), x.get(1), o -> o.axis(axis)))
        .gives(expected);
  }

  @Test
  void gatherPutsTheAxesOfTheIndicesWhereTheAxisWas() {
    gathers(int32(Shape.of(2), 3, 1), 0, float32(Shape.of(2, 3), 30, 31, 32, 10, 11, 12));
    gathers(
        int32(Shape.of(3), 2, 1, 1),
        1,
        float32(TABLE_SHAPE, 2, 1, 1, 12, 11, 11, 22, 21, 21, 32, 31, 31));
    gathers(
        int32(Shape.of(2, 2), 0, 1, 1, 2),
        1,
        float32(Shape.of(4, 2, 2), 0, 1, 1, 2, 10, 11, 11, 12, 20, 21, 21, 22, 30, 31, 31, 32));
    gathers(int32(Shape.SCALAR, 2), 0, float32(Shape.of(3), 20, 21, 22));
  }

  @Test
  void gatherOfOneElementIsAScalar() {
    Example.of(float32(5, 6, 7), int32(Shape.SCALAR, -1))
        .graph((builder, x) -> builder.gather(x.get(0), x.get(1)))
        .gives(float32(Shape.SCALAR, 7));
  }

  @Test
  void negativeIndicesCountFromTheEndAndAllAreClamped() {
    long low = Integer.MIN_VALUE;
    long high = Integer.MAX_VALUE;
    gathersFromVector(int32(Shape.of(8), -1, -3, -4, low, 2, 3, high, 0), 7, 5, 5, 5, 7, 7, 7, 5);
    gathersFromVector(
        integers(MLOperandDataType.INT64, Shape.of(4), Long.MIN_VALUE, 1L << 32, -(1L << 32), 1),
        5,
        7,
        5,
        6);
    // As an int32 the last two would be -1 and the lowest.
    gathersFromVector(
        integers(MLOperandDataType.UINT32, Shape.of(3), 1, 0xffffffffL, 0x80000000L), 6, 7, 7);
  }

  private static void gathersFromVector(Data indices, double... expected) {
    Example.of(float32(5, 6, 7), indices)
        .graph((builder, x) -> builder.gather(x.get(0), x.get(1)))
        .gives(float32(expected));
  }

  @Test
  void gatherElements() {
    Example.of(TABLE, int32(Shape.of(2, 3), 3, 1, 1, 2, 0, -1))
        .graph((builder, x) -> builder.gatherElements(x.get(0), x.get(1), o -> o.axis(0)))
        .gives(float32(Shape.of(2, 3), 30, 11, 12, 20, 1, 32));
    Example.of(TABLE, int32(Shape.of(4, 1), 2, 1, 0, 9))
        .graph((builder, x) -> builder.gatherElements(x.get(0), x.get(1), o -> o.axis(1)))
        .gives(float32(Shape.of(4, 1), 2, 11, 20, 32));
  }

  @Test
  void gatherND() {
    Data cube = int32(Shape.of(2, 2, 2), 0, 1, 2, 3, 4, 5, 6, 7);
    Example.of(cube, int32(Shape.of(2, 2), 0, 1, 1, 0))
        .graph((builder, x) -> builder.gatherND(x.get(0), x.get(1)))
        .gives(int32(Shape.of(2, 2), 2, 3, 4, 5));
    Example.of(cube, int32(Shape.of(1, 2, 1), 1, -2))
        .graph((builder, x) -> builder.gatherND(x.get(0), x.get(1)))
        .gives(int32(Shape.of(1, 2, 2, 2), 4, 5, 6, 7, 0, 1, 2, 3));
    Example.of(cube, int32(Shape.of(3), 7, -7, -1))
        .graph((builder, x) -> builder.gatherND(x.get(0), x.get(1)))
        .gives(int32(Shape.SCALAR, 5));
  }

  @Test
  void scatterElements() {
    Example.of(
            TABLE,
            int32(Shape.of(2, 3), 3, 1, 1, 2, 0, -1),
            float32(Shape.of(2, 3), -1, -2, -3, -4, -5, -6))
        .graph((builder, x) -> builder.scatterElements(x.get(0), x.get(1), x.get(2), o -> {}))
        .gives(float32(TABLE_SHAPE, 0, -5, 2, 10, -2, -3, -4, 21, 22, -1, 31, -6));
    Example.of(TABLE, int32(Shape.of(4, 1), 2, 1, 0, 9), float32(Shape.of(4, 1), -1, -2, -3, -4))
        .graph(
            (builder, x) -> builder.scatterElements(x.get(0), x.get(1), x.get(2), o -> o.axis(1)))
        .gives(float32(TABLE_SHAPE, 0, 1, -1, 10, -2, 12, -3, 21, 22, 30, 31, -4));
  }

  /** Indices that are clamped or count from the end may name one element in several ways. */
  @Test
  void ofUpdatesThatMeetTheLastCounts() {
    Example.of(float32(0, 0, 0), int32(Shape.of(5), 2, -1, 0, 9, -9), float32(1, 2, 3, 4, 5))
        .graph((builder, x) -> builder.scatterElements(x.get(0), x.get(1), x.get(2), o -> {}))
        .gives(float32(5, 0, 4));
    Example.of(
            float32(Shape.of(2, 2), 0, 0, 0, 0),
            int32(Shape.of(3, 1), 1, 5, -2),
            float32(Shape.of(3, 2), 1, 2, 3, 4, 5, 6))
        .graph((builder, x) -> builder.scatterND(x.get(0), x.get(1), x.get(2)))
        .gives(float32(Shape.of(2, 2), 5, 6, 3, 4));
  }

  @Test
  void scatterND() {
    Example.of(
            int32(Shape.of(8), 1, 2, 3, 4, 5, 6, 7, 8),
            int32(Shape.of(4, 1), 4, 3, 1, -1),
            int32(Shape.of(4), 9, 10, 11, 12))
        .graph((builder, x) -> builder.scatterND(x.get(0), x.get(1), x.get(2)))
        .gives(int32(Shape.of(8), 1, 11, 3, 10, 9, 6, 7, 12));
    Example.of(
            int32(Shape.of(2, 2, 2), 0, 1, 2, 3, 4, 5, 6, 7),
            int32(Shape.of(2), 1, 0),
            int32(Shape.of(2), -1, -2))
        .graph((builder, x) -> builder.scatterND(x.get(0), x.get(1), x.get(2)))
        .gives(int32(Shape.of(2, 2, 2), 0, 1, 2, 3, -1, -2, 6, 7));
  }
}
