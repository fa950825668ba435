package dev.webnn4j;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;

/**
 * Single elements of a dense tensor in native byte order, as numbers. For files, messages and
 * tests; too slow to compute with.
 */
public final class Elements {
  private static final BigInteger TWO_TO_THE_64 = BigInteger.ONE.shiftLeft(64);

  private Elements() {}

  /**
   * Reads an element.
   *
   * @param index of the element, not of a byte
   * @throws IndexOutOfBoundsException if the memory does not have it
   */
  public static MLNumber get(MLOperandDataType type, MemorySegment data, long index) {
    return switch (type) {
      case FLOAT32 -> MLNumber.of(data.get(JAVA_FLOAT_UNALIGNED, index * Float.BYTES));
      case FLOAT16 ->
          MLNumber.of(Float.float16ToFloat(data.get(JAVA_SHORT_UNALIGNED, index * Short.BYTES)));
      case INT64 -> MLNumber.of(data.get(JAVA_LONG_UNALIGNED, index * Long.BYTES));
      case UINT64 -> unsigned(data.get(JAVA_LONG_UNALIGNED, index * Long.BYTES));
      case INT32 -> MLNumber.of((long) data.get(JAVA_INT_UNALIGNED, index * Integer.BYTES));
      case UINT32 ->
          MLNumber.of(Integer.toUnsignedLong(data.get(JAVA_INT_UNALIGNED, index * Integer.BYTES)));
      case INT8 -> MLNumber.of((long) data.get(JAVA_BYTE, index));
      case UINT8 -> MLNumber.of((long) Byte.toUnsignedInt(data.get(JAVA_BYTE, index)));
      // The shift by 28 carries the sign of the nibble along.
      case INT4 -> MLNumber.of((long) (nibble(data, index) << 28 >> 28));
      case UINT4 -> MLNumber.of((long) nibble(data, index));
    };
  }

  /**
   * Writes an element.
   *
   * @param value is cast to the type, as {@link MLNumber#castTo} does it
   */
  public static void set(MLOperandDataType type, MemorySegment data, long index, MLNumber value) {
    MLNumber cast = value.castTo(type);
    switch (type) {
      case FLOAT32 ->
          data.set(JAVA_FLOAT_UNALIGNED, index * Float.BYTES, (float) cast.doubleValue());
      case FLOAT16 ->
          data.set(
              JAVA_SHORT_UNALIGNED,
              index * Short.BYTES,
              Float16Rounding.fromDouble(cast.doubleValue()));
      case INT64, UINT64 -> data.set(JAVA_LONG_UNALIGNED, index * Long.BYTES, cast.longValue());
      case INT32, UINT32 ->
          data.set(JAVA_INT_UNALIGNED, index * Integer.BYTES, (int) cast.longValue());
      case INT8, UINT8 -> data.set(JAVA_BYTE, index, (byte) cast.longValue());
      case INT4, UINT4 -> {
        int shift = shift(index);
        int others = data.get(JAVA_BYTE, index / 2) & ~(0xf << shift);
        data.set(JAVA_BYTE, index / 2, (byte) (others | (((int) cast.longValue() & 0xf) << shift)));
      }
    }
  }

  private static int nibble(MemorySegment data, long index) {
    return (data.get(JAVA_BYTE, index / 2) >> shift(index)) & 0xf;
  }

  /** The first of two elements lies in the low half of their byte. */
  private static int shift(long index) {
    return (int) (index % 2) * 4;
  }

  private static MLNumber unsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits);
    return MLNumber.of(bits < 0 ? value.add(TWO_TO_THE_64) : value);
  }
}
