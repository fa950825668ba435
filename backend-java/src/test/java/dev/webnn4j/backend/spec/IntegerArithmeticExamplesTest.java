package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT32;
import static dev.webnn4j.MLOperandDataType.UINT64;
import static dev.webnn4j.MLOperandDataType.UINT8;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.ElementwiseBinary;
import org.junit.jupiter.api.Test;

/**
 * Arithmetic of two integers at the ends of their types: it wraps, truncates toward zero and is
 * exact in 64 bits. A uint64 is written as the pattern of its bits, -1 for the greatest. The large
 * powers are Python's.
 */
final class IntegerArithmeticExamplesTest {
  private static final MLOperandDataType[] INTEGERS = {INT8, UINT8, INT32, UINT32, INT64, UINT64};

  /** The first integer that no double holds. */
  private static final long ODD = (1L << 53) + 1;

  private static void computes(
      ElementwiseBinary function, MLOperandDataType type, long[] a, long[] b, long... expected) {
    Shape shape = Shape.of(a.length);
    Example.of(Data.integers(type, shape, a).repeated(), Data.integers(type, shape, b).repeated())
        .graph((builder, x) -> builder.binary(function, x.getFirst(), x.getLast()))
        .gives(Data.integers(type, shape, expected).repeated());
  }

  private static long[] of(long... x) {
    return x;
  }

  private static long least(MLOperandDataType type) {
    return type.kind() == MLOperandDataType.Kind.SIGNED ? -1L << (type.bits() - 1) : 0;
  }

  private static long greatest(MLOperandDataType type) {
    return ~least(type) & -1L >>> (Long.SIZE - type.bits());
  }

  @Test
  void addAndSubWrapAtBothEnds() {
    for (MLOperandDataType type : INTEGERS) {
      long least = least(type);
      long greatest = greatest(type);
      computes(
          ElementwiseBinary.ADD,
          type,
          of(greatest, greatest, 5),
          of(1, 2, 7),
          least,
          least + 1,
          12);
      computes(
          ElementwiseBinary.SUB, type, of(least, least, 7), of(1, 2, 5), greatest, greatest - 1, 2);
    }
    computes(ElementwiseBinary.ADD, INT8, of(100, -100), of(100, -100), -56, 56);
    computes(ElementwiseBinary.SUB, UINT32, of(0, 1), of(1, 4294967295L), 4294967295L, 2);
  }

  @Test
  void mulKeepsTheLowBits() {
    computes(ElementwiseBinary.MUL, INT8, of(-128, 100, -3), of(-1, 3, 5), -128, 44, -15);
    computes(ElementwiseBinary.MUL, UINT8, of(16, 255, 15), of(17, 255, 17), 16, 1, 255);
    computes(
        ElementwiseBinary.MUL,
        INT32,
        of(65536, -2147483648L, 46341),
        of(65536, -1, 46341),
        0,
        -2147483648L,
        -2147479015);
    computes(
        ElementwiseBinary.MUL, UINT32, of(65537, 4294967295L), of(65537, 4294967295L), 131073, 1);
    computes(
        ElementwiseBinary.MUL,
        INT64,
        of(3037000500L, Long.MIN_VALUE, ODD),
        of(3037000500L, -1, 3),
        -9223372036709301616L,
        Long.MIN_VALUE,
        3 * ODD);
    computes(ElementwiseBinary.MUL, UINT64, of(-1, 1L << 63), of(-1, 2), 1, 0);
  }

  @Test
  void divTruncatesTowardZero() {
    for (MLOperandDataType type : new MLOperandDataType[] {INT8, INT32, INT64}) {
      computes(
          ElementwiseBinary.DIV, type, of(7, -7, 7, -7, 0), of(2, 2, -2, -2, -5), 3, -3, -3, 3, 0);
    }
  }

  @Test
  void divOfTheLeastByMinusOneWraps() {
    for (MLOperandDataType type : new MLOperandDataType[] {INT8, INT32, INT64}) {
      computes(
          ElementwiseBinary.DIV,
          type,
          of(least(type), greatest(type)),
          of(-1, -1),
          least(type),
          -greatest(type));
    }
  }

  /** What it gives is not specified; that it does not throw is. Zero it is for all types. */
  @Test
  void divByZeroIsNoError() {
    for (MLOperandDataType type : INTEGERS) {
      computes(
          ElementwiseBinary.DIV,
          type,
          of(5, least(type), greatest(type), 0),
          of(0, 0, 0, 0),
          0,
          0,
          0,
          0);
    }
  }

  @Test
  void divOfUnsignedHasNoSign() {
    computes(ElementwiseBinary.DIV, UINT8, of(200, 255, 7), of(7, 255, 255), 28, 1, 0);
    computes(
        ElementwiseBinary.DIV,
        UINT32,
        of(4000000000L, 4294967295L),
        of(3, 4294967294L),
        1333333333,
        1);
    computes(
        ElementwiseBinary.DIV,
        UINT64,
        of(-1, -1, 5, -2),
        of(2, -2, -1, 1),
        Long.MAX_VALUE,
        1,
        0,
        -2);
  }

  @Test
  void divOfLargeIntegersIsExact() {
    computes(
        ElementwiseBinary.DIV,
        INT64,
        of(ODD, -ODD, Long.MAX_VALUE),
        of(1, 1, 3),
        ODD,
        -ODD,
        3074457345618258602L);
    computes(
        ElementwiseBinary.DIV, INT32, of(2147483647, 16777217), of(1, 1), 2147483647, 16777217);
  }

  @Test
  void maxAndMinOfUnsignedHaveNoSign() {
    for (MLOperandDataType type : INTEGERS) {
      long[] a = {least(type), 1, 3};
      long[] b = {greatest(type), 0, 3};
      computes(ElementwiseBinary.MAX, type, a, b, greatest(type), 1, 3);
      computes(ElementwiseBinary.MIN, type, a, b, least(type), 0, 3);
    }
    computes(ElementwiseBinary.MAX, UINT8, of(200), of(100), 200);
    computes(ElementwiseBinary.MAX, INT8, of(-56), of(100), 100);
    computes(ElementwiseBinary.MIN, UINT64, of(-1), of(1), 1);
    computes(ElementwiseBinary.MIN, INT64, of(-1), of(1), -1);
  }

  @Test
  void maxAndMinTellLargeNeighboursApart() {
    computes(ElementwiseBinary.MAX, INT64, of(ODD, -ODD), of(ODD - 1, -ODD + 1), ODD, -ODD + 1);
    computes(ElementwiseBinary.MIN, UINT64, of(-1, ODD), of(-2, ODD + 1), -2, ODD);
    computes(ElementwiseBinary.MIN, UINT32, of(4294967295L), of(4294967294L), 4294967294L);
  }

  @Test
  void powWraps() {
    computes(ElementwiseBinary.POW, INT8, of(3, 2, -2, 3), of(4, 7, 3, 5), 81, -128, -8, -13);
    computes(ElementwiseBinary.POW, UINT8, of(2, 15), of(8, 2), 0, 225);
    computes(ElementwiseBinary.POW, INT32, of(3, -2), of(25, 31), 1180052131, -2147483648L);
    computes(ElementwiseBinary.POW, UINT32, of(7, 2), of(13, 31), 2399729895L, 2147483648L);
    computes(
        ElementwiseBinary.POW,
        INT64,
        of(10, 7, ODD),
        of(18, 25, 1),
        1000000000000000000L,
        -5543697716832367161L,
        ODD);
    computes(
        ElementwiseBinary.POW,
        UINT64,
        of(3, 3),
        of(41, -1),
        -420491770248316829L,
        -6148914691236517205L);
  }

  /** As fractions cut to integers; of zero, none. */
  @Test
  void powWithNegativeExponents() {
    for (MLOperandDataType type : new MLOperandDataType[] {INT8, INT32, INT64}) {
      computes(
          ElementwiseBinary.POW,
          type,
          of(2, 1, -1, -1, 0, 0),
          of(-1, -5, -3, -2, -1, 0),
          0,
          1,
          -1,
          1,
          0,
          1);
    }
  }

  @Test
  void integersOfEveryTypeBroadcast() {
    for (MLOperandDataType type : INTEGERS) {
      Example.of(
              Data.integers(type, Shape.of(3, 1), 10, 20, 30),
              Data.integers(type, Shape.of(1, 2), 1, 2))
          .graph((builder, x) -> builder.sub(x.getFirst(), x.getLast()))
          .gives(Data.integers(type, Shape.of(3, 2), 9, 8, 19, 18, 29, 28));
    }
  }
}
