package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MLNumberTest {
  private static final MLNumber HUGE = MLNumber.of(BigInteger.ONE.shiftLeft(100));

  private static long cast(MLNumber value, MLOperandDataType type) {
    return value.castTo(type).longValue();
  }

  @Test
  void integersAreTruncatedAndClamped() {
    assertEquals(127, cast(MLNumber.of(1000), MLOperandDataType.INT8));
    assertEquals(-128, cast(MLNumber.of(-128.7), MLOperandDataType.INT8));
    assertEquals(0, cast(MLNumber.of(-3), MLOperandDataType.UINT8));
    assertEquals(2, cast(MLNumber.of(2.5), MLOperandDataType.INT32));
    assertEquals(3, cast(MLNumber.of(3.5), MLOperandDataType.INT32));
    assertEquals(3, cast(MLNumber.of(3.9), MLOperandDataType.INT64));
    assertEquals(-8, cast(MLNumber.of(-100), MLOperandDataType.INT4));
    assertEquals(15, cast(MLNumber.of(100), MLOperandDataType.UINT4));
  }

  @Test
  void sixtyFourBitsAreExact() {
    assertEquals(
        Long.MAX_VALUE - 1, cast(MLNumber.of(Long.MAX_VALUE - 1), MLOperandDataType.INT64));
    assertEquals(Long.MAX_VALUE, cast(HUGE, MLOperandDataType.INT64));
    assertEquals(-1, cast(HUGE, MLOperandDataType.UINT64));
    assertEquals(1L << 63, cast(MLNumber.of(0x1p63), MLOperandDataType.UINT64));
  }

  @Test
  void whatIsNoNumberIsZeroAndInfinityTheEnd() {
    assertEquals(0, cast(MLNumber.of(Double.NaN), MLOperandDataType.INT32));
    MLNumber infinity = MLNumber.of(Double.POSITIVE_INFINITY);
    assertEquals(Integer.MAX_VALUE, cast(infinity, MLOperandDataType.INT32));
    MLNumber minusInfinity = MLNumber.of(Double.NEGATIVE_INFINITY);
    assertEquals(0, cast(minusInfinity, MLOperandDataType.UINT64));
  }

  @Test
  void floatsRoundAndOverflow() {
    assertEquals((float) 0.1, MLNumber.of(0.1).castTo(MLOperandDataType.FLOAT32).doubleValue());
    assertEquals(
        Double.POSITIVE_INFINITY,
        MLNumber.of(1e39).castTo(MLOperandDataType.FLOAT32).doubleValue());
    assertEquals(65504, MLNumber.of(65519.9).castTo(MLOperandDataType.FLOAT16).doubleValue());
    assertEquals(
        Double.POSITIVE_INFINITY,
        MLNumber.of(65520).castTo(MLOperandDataType.FLOAT16).doubleValue());
    assertTrue(
        Double.isNaN(MLNumber.of(Double.NaN).castTo(MLOperandDataType.FLOAT16).doubleValue()));
  }

  @Test
  void comparesIntegersExactly() {
    MLNumber next = MLNumber.of(BigInteger.ONE.shiftLeft(100).add(BigInteger.ONE));
    assertEquals(Optional.of(-1), HUGE.compare(next));
    assertEquals(Optional.of(0), MLNumber.of(1).compare(MLNumber.of(1.0)));
    assertEquals(Optional.empty(), MLNumber.of(1).compare(MLNumber.of(Double.NaN)));
    assertTrue(HUGE.isFinite());
  }
}
