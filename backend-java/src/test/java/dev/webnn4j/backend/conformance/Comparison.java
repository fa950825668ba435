package dev.webnn4j.backend.conformance;

import dev.webnn4j.MLOperandDataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;

/** Compares as web-platform-tests do (webnn/resources/utils.js). */
final class Comparison {
  /** Of tensors that one number fills, they look no further. */
  private static final long FILLED_ELEMENTS = 1000;

  private Comparison() {}

  static void require(ConformanceCase test, String name, MemorySegment actual) {
    TensorData expected = test.outputs().get(name);
    MemorySegment bytes = expected.bytes();
    long count = expected.type().elementCount();
    long compared = expected.isFilled() ? Math.min(count, FILLED_ELEMENTS) : count;
    MLOperandDataType type = expected.type().dataType();
    for (long i = 0; i < compared; i++) {
      double distance =
          test.metric().equals("ATOL")
              ? Math.abs(number(type, actual, i) - number(type, bytes, i))
              : type.bits() == 4
                  // They unpack what they get and pack no expectation: a uint4 may be 1 from 16.
                  ? integer(type, actual, i).subtract(expected.written(i)).abs().doubleValue()
                  : ulps(type, actual, bytes, i);
      if (!(distance <= test.tolerance()) && !bothNaN(type, actual, bytes, i)) {
        throw new AssertionError(
            "output '%s' element %d is %s, not %s: %s %s apart, allowed %s"
                .formatted(
                    name,
                    i,
                    number(type, actual, i),
                    number(type, bytes, i),
                    distance,
                    test.metric(),
                    test.tolerance()));
      }
    }
  }

  private static boolean bothNaN(
      MLOperandDataType type, MemorySegment a, MemorySegment b, long index) {
    return Double.isNaN(number(type, a, index)) && Double.isNaN(number(type, b, index));
  }

  private static double ulps(
      MLOperandDataType type, MemorySegment actual, MemorySegment expected, long i) {
    return switch (type) {
      case FLOAT32 -> Math.abs((double) ordered(actual, i) - ordered(expected, i));
      case FLOAT16 -> {
        // The bits as they are, sign and all; only the two zeros are the same.
        int a = actual.getAtIndex(ValueLayout.JAVA_SHORT, i) & 0xffff;
        int b = expected.getAtIndex(ValueLayout.JAVA_SHORT, i) & 0xffff;
        yield (a & 0x7fff) == 0 && (b & 0x7fff) == 0 ? 0 : Math.abs(a - b);
      }
      default -> integer(type, actual, i).subtract(integer(type, expected, i)).abs().doubleValue();
    };
  }

  /** The bits of a float as an integer in the order of the numbers; both zeros are 0. */
  private static int ordered(MemorySegment data, long index) {
    int bits = data.getAtIndex(ValueLayout.JAVA_INT, index);
    return bits < 0 ? Integer.MIN_VALUE - bits : bits;
  }

  private static double number(MLOperandDataType type, MemorySegment data, long index) {
    return switch (type) {
      case FLOAT32 -> data.getAtIndex(ValueLayout.JAVA_FLOAT, index);
      case FLOAT16 -> Float.float16ToFloat(data.getAtIndex(ValueLayout.JAVA_SHORT, index));
      default -> integer(type, data, index).doubleValue();
    };
  }

  private static BigInteger integer(MLOperandDataType type, MemorySegment data, long index) {
    long bits =
        switch (type.bits()) {
          case 64 -> data.getAtIndex(ValueLayout.JAVA_LONG, index);
          case 32 -> data.getAtIndex(ValueLayout.JAVA_INT, index);
          case 8 -> data.get(ValueLayout.JAVA_BYTE, index);
          default -> data.get(ValueLayout.JAVA_BYTE, index / 2) >> (index % 2 * 4);
        };
    BigInteger modulus = BigInteger.ONE.shiftLeft(type.bits());
    BigInteger unsigned = BigInteger.valueOf(bits).mod(modulus);
    boolean negative =
        type.kind() == MLOperandDataType.Kind.SIGNED && unsigned.testBit(type.bits() - 1);
    return negative ? unsigned.subtract(modulus) : unsigned;
  }
}
