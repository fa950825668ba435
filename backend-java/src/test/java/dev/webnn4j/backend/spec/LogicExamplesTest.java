package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.int32;
import static dev.webnn4j.backend.spec.Data.integers;
import static dev.webnn4j.backend.spec.Data.uint8;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.LogicalBinary;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Comparisons, logic and selection, by hand. */
final class LogicExamplesTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static void compare(Comparison comparison, Data a, Data b, long... truths) {
    Example.of(a, b)
        .graph((builder, x) -> builder.compare(comparison, x.getFirst(), x.getLast()))
        .gives(uint8(Shape.of(truths.length), truths));
  }

  /** The columns: less, equal, more, zeros of two signs, NaN on each side and on both, infinity. */
  @Test
  void comparisonsOfFloats() {
    Shape shape = Shape.of(9);
    double[] left = {-2, 1.5, 3, -0.0, NAN, 1, NAN, INFINITY, -INFINITY};
    double[] right = {-1, 1.5, -3, 0, 1, NAN, NAN, INFINITY, INFINITY};
    for (MLOperandDataType type :
        new MLOperandDataType[] {MLOperandDataType.FLOAT32, MLOperandDataType.FLOAT16}) {
      Data a = Data.reals(type, shape, left);
      Data b = Data.reals(type, shape, right);
      compare(Comparison.EQUAL, a, b, 0, 1, 0, 1, 0, 0, 0, 1, 0);
      compare(Comparison.NOT_EQUAL, a, b, 1, 0, 1, 0, 1, 1, 1, 0, 1);
      compare(Comparison.GREATER, a, b, 0, 0, 1, 0, 0, 0, 0, 0, 0);
      compare(Comparison.GREATER_OR_EQUAL, a, b, 0, 1, 1, 1, 0, 0, 0, 1, 0);
      compare(Comparison.LESSER, a, b, 1, 0, 0, 0, 0, 0, 0, 0, 1);
      compare(Comparison.LESSER_OR_EQUAL, a, b, 1, 1, 0, 1, 0, 0, 0, 1, 1);
    }
  }

  /** The same bits compare the other way round where the highest one is no sign. */
  @Test
  void comparisonsOfIntegersHeedTheSign() {
    Shape shape = Shape.of(3);
    for (MLOperandDataType type :
        new MLOperandDataType[] {
          MLOperandDataType.INT8, MLOperandDataType.INT32, MLOperandDataType.INT64
        }) {
      compare(
          Comparison.GREATER,
          integers(type, shape, -1, 5, 1),
          integers(type, shape, 1, 5, -1),
          0,
          0,
          1);
    }
    for (MLOperandDataType type :
        new MLOperandDataType[] {
          MLOperandDataType.UINT8, MLOperandDataType.UINT32, MLOperandDataType.UINT64
        }) {
      Data a = integers(type, shape, -1, 5, 1);
      Data b = integers(type, shape, 1, 5, -1);
      compare(Comparison.GREATER, a, b, 1, 0, 0);
      compare(Comparison.GREATER_OR_EQUAL, a, b, 1, 1, 0);
      compare(Comparison.LESSER, a, b, 0, 0, 1);
      compare(Comparison.LESSER_OR_EQUAL, a, b, 0, 1, 1);
    }
  }

  /** Neighbours that no double and no float32 tells apart. */
  @Test
  void comparisonsOfLargeIntegersAreExact() {
    Shape shape = Shape.of(2);
    compare(
        Comparison.EQUAL, int32(shape, 16777217, 16777216), int32(shape, 16777216, 16777216), 0, 1);
    Data a = integers(MLOperandDataType.INT64, shape, (1L << 53) + 1, 7);
    Data b = integers(MLOperandDataType.INT64, shape, 1L << 53, 7);
    compare(Comparison.EQUAL, a, b, 0, 1);
    compare(Comparison.GREATER, a, b, 1, 0);
  }

  @Test
  void comparisonsBroadcastBothWays() {
    Example.of(float32(Shape.of(2, 1), 1, 2), float32(1, 2, 3))
        .graph((builder, x) -> builder.lesser(x.getFirst(), x.getLast()))
        .gives(uint8(Shape.of(2, 3), 0, 1, 1, 0, 0, 1));
    Example.of(float32(Shape.SCALAR, 2), float32(Shape.SCALAR, 2))
        .graph((builder, x) -> builder.greaterOrEqual(x.getFirst(), x.getLast()))
        .gives(uint8(Shape.SCALAR, 1));
  }

  /** Results are 0 and 1, whatever was true. */
  @Test
  void logic() {
    Shape shape = Shape.of(5);
    Data a = uint8(shape, 0, 0, 1, 2, 255);
    Data b = uint8(shape, 0, 3, 0, 1, 128);
    combine(LogicalBinary.LOGICAL_AND, a, b, uint8(shape, 0, 0, 0, 1, 1));
    combine(LogicalBinary.LOGICAL_OR, a, b, uint8(shape, 0, 1, 1, 1, 1));
    combine(LogicalBinary.LOGICAL_XOR, a, b, uint8(shape, 0, 1, 1, 0, 0));
    combine(
        LogicalBinary.LOGICAL_XOR,
        uint8(Shape.of(2, 1), 0, 9),
        uint8(Shape.of(2), 0, 1),
        uint8(Shape.of(2, 2), 0, 1, 1, 0));
    Example.of(a)
        .graph((builder, x) -> builder.logicalNot(x.getFirst()))
        .gives(uint8(shape, 1, 1, 0, 0, 0));
  }

  private static void combine(LogicalBinary function, Data a, Data b, Data expected) {
    Example.of(a, b)
        .graph((builder, x) -> builder.logical(function, x.getFirst(), x.getLast()))
        .gives(expected);
  }

  @Test
  void notANumberAndInfinite() {
    Shape shape = Shape.of(6);
    double[] values = {NAN, INFINITY, -INFINITY, 65504, 0, 1e-7};
    for (Data a : new Data[] {float32(shape, values), float16(shape, values)}) {
      Example.of(a)
          .graph((builder, x) -> builder.isNaN(x.getFirst()))
          .gives(uint8(shape, 1, 0, 0, 0, 0, 0));
      Example.of(a)
          .graph((builder, x) -> builder.isInfinite(x.getFirst()))
          .gives(uint8(shape, 0, 1, 1, 0, 0, 0));
    }
  }

  /** What was not chosen leaves no trace, as it would if the condition were multiplied. */
  @Test
  void whereTakesNothingOfTheOther() {
    Shape shape = Shape.of(4);
    Data condition = uint8(shape, 1, 0, 255, 0);
    double[] yes = {1, NAN, -0.0, INFINITY};
    double[] no = {INFINITY, 2, NAN, -INFINITY};
    double[] chosen = {1, 2, -0.0, -INFINITY};
    where(condition, float32(shape, yes), float32(shape, no), float32(shape, chosen));
    where(condition, float16(shape, yes), float16(shape, no), float16(shape, chosen));
  }

  /** As 16777217, some integers of 32 bits are no float. */
  @Test
  void whereMovesEveryType() {
    Shape shape = Shape.of(2);
    for (MLOperandDataType type :
        new MLOperandDataType[] {
          MLOperandDataType.INT32,
          MLOperandDataType.UINT32,
          MLOperandDataType.INT64,
          MLOperandDataType.UINT64,
          MLOperandDataType.INT8,
          MLOperandDataType.UINT8
        }) {
      where(
          uint8(shape, 0, 7),
          integers(type, shape, 1, 16777217),
          integers(type, shape, -1, 3),
          integers(type, shape, -1, 16777217));
    }
  }

  @Test
  void whereBroadcastsAllThree() {
    where(
        uint8(Shape.of(2, 1, 1), 1, 0),
        float32(Shape.of(2, 1), 10, 20),
        float32(Shape.of(3), 1, 2, 3),
        float32(Shape.of(2, 2, 3), 10, 10, 10, 20, 20, 20, 1, 2, 3, 1, 2, 3));
    where(
        uint8(Shape.of(3), 0, 1, 0),
        int32(Shape.SCALAR, 5),
        int32(Shape.SCALAR, 6),
        int32(Shape.of(3), 6, 5, 6));
    where(
        uint8(Shape.SCALAR, 1),
        int32(Shape.of(1, 40), LongStream.range(0, 40).toArray()),
        int32(Shape.of(40), LongStream.range(100, 140).toArray()),
        int32(Shape.of(1, 40), LongStream.range(0, 40).toArray()));
  }

  private static void where(Data condition, Data yes, Data no, Data expected) {
    Example.of(condition, yes, no)
        .graph((builder, x) -> builder.where(x.get(0), x.get(1), x.get(2)))
        .gives(expected);
  }
}
