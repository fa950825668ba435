package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.int32;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.ElementwiseBinary;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Arithmetic of two floats, by hand, and broadcasting. */
final class BinaryExamplesTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Example example(ElementwiseBinary function, Data a, Data b) {
    return Example.of(a, b)
        .graph((builder, x) -> builder.binary(function, x.getFirst(), x.getLast()))
        .withSignedZeros();
  }

  private static void computes(
      MLOperandDataType type,
      ElementwiseBinary function,
      double[] a,
      double[] b,
      double... expected) {
    Shape shape = Shape.of(a.length);
    example(function, Data.reals(type, shape, a).repeated(), Data.reals(type, shape, b).repeated())
        .gives(Data.reals(type, shape, expected).repeated());
  }

  private static void both(ElementwiseBinary function, double[] a, double[] b, double... expected) {
    computes(FLOAT32, function, a, b, expected);
    computes(FLOAT16, function, a, b, expected);
  }

  private static double[] of(double... x) {
    return x;
  }

  @Test
  void addKeepsTheSignOfZerosOfOneSign() {
    both(
        ElementwiseBinary.ADD,
        of(1.5, -0.0, 0, INFINITY, INFINITY, NAN),
        of(2.25, -0.0, -0.0, -INFINITY, 1, 1),
        3.75,
        -0.0,
        0,
        NAN,
        INFINITY,
        NAN);
  }

  @Test
  void subOfInfinitiesIsNaN() {
    both(
        ElementwiseBinary.SUB,
        of(1.5, 0, -0.0, INFINITY, -INFINITY, 1),
        of(2.25, 0, 0, INFINITY, INFINITY, NAN),
        -0.75,
        0,
        -0.0,
        NAN,
        -INFINITY,
        NAN);
  }

  @Test
  void mulOfZeroAndInfinityIsNaN() {
    both(
        ElementwiseBinary.MUL,
        of(-2, -0.0, INFINITY, -INFINITY, NAN),
        of(3, 5, 0, -2, 0),
        -6,
        -0.0,
        NAN,
        INFINITY,
        NAN);
  }

  @Test
  void divByZeroIsInfiniteAndZeroByZeroNaN() {
    both(
        ElementwiseBinary.DIV,
        of(7, 1, -1, 1, 0, INFINITY, -0.0, 5),
        of(2, 0, 0, -0.0, 0, INFINITY, 5, -INFINITY),
        3.5,
        INFINITY,
        -INFINITY,
        -INFINITY,
        NAN,
        NAN,
        -0.0,
        -0.0);
  }

  @Test
  void maxAndMinPropagateNaN() {
    double[] a = {1, -INFINITY, NAN, 3, INFINITY};
    double[] b = {2, -5, 1, NAN, 7};
    both(ElementwiseBinary.MAX, a, b, 2, -5, NAN, NAN, INFINITY);
    both(ElementwiseBinary.MIN, a, b, 1, -INFINITY, NAN, NAN, 7);
  }

  @Test
  void powOfNegativesWithWholeExponents() {
    both(
        ElementwiseBinary.POW,
        of(2, -2, -2, 0, NAN, 0, -0.0, 4, INFINITY, -2, 2),
        of(10, 3, 0.5, 0, 0, -1, -1, 0.5, -1, -2, NAN),
        1024,
        -8,
        NAN,
        1,
        1,
        INFINITY,
        -INFINITY,
        2,
        0,
        0.25,
        NAN);
  }

  @Test
  void float32OverflowsAndHasSubnormals() {
    computes(
        FLOAT32,
        ElementwiseBinary.MUL,
        of(1e30, 0x1p-126, -1e-30),
        of(1e30, 0.5, 1e-30),
        INFINITY,
        0x1p-127,
        -0.0);
    computes(
        FLOAT32,
        ElementwiseBinary.ADD,
        of(0x1p-149, 16777216),
        of(0x1p-149, 1),
        0x1p-148,
        16777216);
    computes(FLOAT32, ElementwiseBinary.DIV, of(3e38, 0x1p-149), of(0.5, 2), INFINITY, 0);
  }

  /** Above 2048 the float16 are even, so that sums with odd ones lie in the middle of two. */
  @Test
  void float16RoundsToTheEvenNeighbour() {
    computes(
        FLOAT16, ElementwiseBinary.ADD, of(2048, 2050, -2050), of(1, 1, -1), 2048, 2052, -2052);
    computes(FLOAT16, ElementwiseBinary.DIV, of(1, 2), of(3, 3), 0.333251953125, 0.66650390625);
  }

  /** 65520 lies in the middle of the greatest float16, 65504, and what would be the next. */
  @Test
  void float16OverflowsFrom65520() {
    computes(
        FLOAT16,
        ElementwiseBinary.ADD,
        of(65504, 65504, -65504),
        of(15, 16, -16),
        65504,
        INFINITY,
        -INFINITY);
    computes(FLOAT16, ElementwiseBinary.MUL, of(256, 65504), of(256, 1), INFINITY, 65504);
  }

  @Test
  void float16HasSubnormals() {
    double tiny = 0x1p-24;
    computes(
        FLOAT16,
        ElementwiseBinary.MUL,
        of(tiny, tiny, -tiny),
        of(0.5, 1.5, 0.5),
        0,
        2 * tiny,
        -0.0);
    computes(FLOAT16, ElementwiseBinary.SUB, of(0x1p-14), of(tiny), 1023 * tiny);
  }

  @Test
  void bothSidesBroadcast() {
    example(
            ElementwiseBinary.SUB,
            float32(Shape.of(2, 1, 3), 10, 20, 30, 40, 50, 60),
            float32(Shape.of(2, 1), 1, 2))
        .gives(float32(Shape.of(2, 2, 3), 9, 19, 29, 8, 18, 28, 39, 49, 59, 38, 48, 58));
    example(ElementwiseBinary.DIV, float32(1, 2, 4), float32(Shape.of(3, 1), 1, 2, 4))
        .gives(float32(Shape.of(3, 3), 1, 2, 4, 0.5, 1, 2, 0.25, 0.5, 1));
  }

  @Test
  void scalarsBroadcastToAnything() {
    Data scalar = float16(Shape.SCALAR, 3);
    example(ElementwiseBinary.SUB, scalar, float16(Shape.of(1, 2), 1, 5))
        .gives(float16(Shape.of(1, 2), 2, -2));
    example(ElementwiseBinary.SUB, float16(Shape.of(1, 2), 1, 5), scalar)
        .gives(float16(Shape.of(1, 2), -2, 2));
    example(ElementwiseBinary.POW, scalar, scalar).gives(float16(Shape.SCALAR, 27));
  }

  /** Bit 7 of a place counts the first axis: the axes of a are the odd ones, b's the even ones. */
  @Test
  void eightAxesBroadcastInTurn() {
    Shape odd = Shape.of(1, 2, 1, 2, 1, 2, 1, 2);
    Shape even = Shape.of(2, 1, 2, 1, 2, 1, 2, 1);
    long[] ones = LongStream.range(0, 16).toArray();
    long[] hundreds = LongStream.range(0, 16).map(i -> 100 * i).toArray();
    long[] sums =
        LongStream.range(0, 256)
            .map(i -> everySecondBit(i) + 100 * everySecondBit(i >> 1))
            .toArray();
    example(ElementwiseBinary.ADD, int32(odd, ones), int32(even, hundreds))
        .gives(int32(Shape.of(2, 2, 2, 2, 2, 2, 2, 2), sums));
  }

  private static long everySecondBit(long place) {
    return (place & 1) | (place >> 1 & 2) | (place >> 2 & 4) | (place >> 3 & 8);
  }
}
