package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT32;
import static dev.webnn4j.MLOperandDataType.UINT64;
import static dev.webnn4j.MLOperandDataType.UINT8;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import org.junit.jupiter.api.Test;

/** Cast, by hand; a uint64 is written as the pattern of its bits. */
final class CastExamplesTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double TINY16 = 0x1p-24;

  /** The first integer that no double holds. */
  private static final long ODD = (1L << 53) + 1;

  private static void cast(Data x, Data expected) {
    Example.of(x.repeated())
        .graph((builder, operands) -> builder.cast(operands.getFirst(), expected.type().dataType()))
        .withSignedZeros()
        .gives(expected.repeated());
  }

  private static Data reals(MLOperandDataType type, double... x) {
    return Data.reals(type, Shape.of(x.length), x);
  }

  private static Data whole(MLOperandDataType type, long... x) {
    return Data.integers(type, Shape.of(x.length), x);
  }

  @Test
  void toFloat16RoundsToTheEvenNeighbour() {
    cast(
        reals(FLOAT32, 2049, 2051, -2049, 0.1), reals(FLOAT16, 2048, 2052, -2048, 0.0999755859375));
  }

  @Test
  void toFloat16OverflowsFrom65520() {
    float below = Math.nextDown(65520f);
    cast(
        reals(FLOAT32, 65504, below, 65520, -below, -65520, 3e38, INFINITY, NAN),
        reals(FLOAT16, 65504, 65504, INFINITY, -65504, -INFINITY, INFINITY, INFINITY, NAN));
  }

  /** Half the least float16 is in the middle of it and zero, which is even. */
  @Test
  void toFloat16HasSubnormals() {
    cast(
        reals(FLOAT32, TINY16, 0.5 * TINY16, Math.nextUp(0x1p-25f), 1.5 * TINY16, -0x1p-26, -0.0),
        reals(FLOAT16, TINY16, 0, TINY16, 2 * TINY16, -0.0, -0.0));
  }

  @Test
  void fromFloat16IsExact() {
    cast(
        reals(FLOAT16, TINY16, -1023 * TINY16, 65504, -0.0, -INFINITY, NAN),
        reals(FLOAT32, TINY16, -1023 * TINY16, 65504, -0.0, -INFINITY, NAN));
  }

  @Test
  void floatsLoseTheirFraction() {
    for (MLOperandDataType from : new MLOperandDataType[] {FLOAT32, FLOAT16}) {
      for (MLOperandDataType to : new MLOperandDataType[] {INT8, INT32, INT64}) {
        cast(reals(from, 1.9, -1.9, 0.9, -0.9, -0.0, 2.5), whole(to, 1, -1, 0, 0, 0, 2));
      }
      for (MLOperandDataType to : new MLOperandDataType[] {UINT8, UINT32, UINT64}) {
        cast(reals(from, 1.9, 0.9, -0.9, -0.0, 127.5), whole(to, 1, 0, 0, 0, 127));
      }
    }
  }

  /** Not specified, but the same everywhere here: saturated, and NaN is 0. */
  @Test
  void floatsOutOfRangeSaturate() {
    Data far = reals(FLOAT32, 1e30, -1e30, INFINITY, -INFINITY, NAN);
    cast(far, whole(INT8, 127, -128, 127, -128, 0));
    cast(far, whole(UINT8, 255, 0, 255, 0, 0));
    cast(far, whole(INT32, 2147483647, -2147483648L, 2147483647, -2147483648L, 0));
    cast(far, whole(UINT32, 4294967295L, 0, 4294967295L, 0, 0));
    cast(far, whole(INT64, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0));
    cast(far, whole(UINT64, -1, 0, -1, 0, 0));
    cast(reals(FLOAT16, 65504, -65504), whole(INT8, 127, -128));
  }

  @Test
  void largeFloatsFillUnsignedIntegers() {
    cast(reals(FLOAT32, 4294967040.0, 3000000000.0), whole(UINT32, 4294967040L, 3000000000L));
    cast(reals(FLOAT32, 0x1p63, 0x1.8p63), whole(UINT64, Long.MIN_VALUE, 0xC000000000000000L));
  }

  @Test
  void integersKeepTheirLowBits() {
    cast(whole(INT8, -1, -128, 127), whole(UINT8, 255, 128, 127));
    cast(whole(UINT8, 200, 127), whole(INT8, -56, 127));
    cast(whole(INT32, 300, -129, 65536), whole(UINT8, 44, 127, 0));
    cast(whole(INT64, (1L << 32) + 5, -1, 1L << 31), whole(INT32, 5, -1, -2147483648L));
    cast(whole(UINT64, -1, 1L << 63), whole(INT64, -1, Long.MIN_VALUE));
    cast(whole(UINT32, 4294967295L), whole(INT8, -1));
  }

  @Test
  void widerIntegersKeepTheSignOfSigned() {
    cast(whole(INT8, -1, 127), whole(INT64, -1, 127));
    cast(whole(UINT8, 255), whole(INT32, 255));
    cast(whole(INT32, -1), whole(UINT64, -1));
    cast(whole(UINT32, 4294967295L), whole(INT64, 4294967295L));
    cast(whole(UINT32, 4294967295L), whole(UINT64, 4294967295L));
    cast(whole(INT64, ODD), whole(UINT64, ODD));
  }

  @Test
  void integersBecomeTheNearestFloat32() {
    cast(
        whole(INT32, 16777217, 16777219, -16777217), reals(FLOAT32, 16777216, 16777220, -16777216));
    cast(whole(UINT32, 4294967295L, 4294967040L), reals(FLOAT32, 0x1p32, 4294967040.0));
    cast(whole(UINT64, -1, 1L << 63, ODD), reals(FLOAT32, 0x1p64, 0x1p63, 0x1p53));
    cast(whole(INT64, -1, Long.MIN_VALUE), reals(FLOAT32, -1, -0x1p63));
    cast(whole(INT8, -128), reals(FLOAT32, -128));
    cast(whole(UINT8, 255), reals(FLOAT32, 255));
  }

  /** A hair above the middle of two float32, which as a double it would be exactly. */
  @Test
  void integersAreNotRoundedTwice() {
    long middle = (1L << 60) + (1L << 36);
    for (MLOperandDataType type : new MLOperandDataType[] {INT64, UINT64}) {
      cast(whole(type, middle, middle + 1), reals(FLOAT32, 0x1p60, 0x1p60 + 0x1p37));
    }
    cast(whole(UINT64, middle << 3 | 1), reals(FLOAT32, 0x1p63 + 0x1p40));
  }

  @Test
  void integersBecomeTheNearestFloat16() {
    cast(
        whole(INT32, 2049, 2051, 65519, 65520, -65520, 2147483647),
        reals(FLOAT16, 2048, 2052, 65504, INFINITY, -INFINITY, INFINITY));
    cast(whole(UINT64, -1, 7), reals(FLOAT16, INFINITY, 7));
    cast(whole(INT64, Long.MIN_VALUE, -7), reals(FLOAT16, -INFINITY, -7));
    cast(whole(UINT8, 255), reals(FLOAT16, 255));
  }

  @Test
  void scalarsStayScalars() {
    Example.of(Data.float32(Shape.SCALAR, -3.75))
        .graph((builder, x) -> builder.cast(x.getFirst(), INT32))
        .gives(Data.int32(Shape.SCALAR, -3));
  }
}
