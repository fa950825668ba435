package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.ElementwiseBinary;
import java.util.function.LongBinaryOperator;

/** The loops of functions of two elements; the result takes the place of the first. */
final class BinaryLoops {
  private BinaryLoops() {}

  /** A function of each of the first {@code count} pairs. */
  @FunctionalInterface
  interface FloatLoop {
    void run(float[] a, float[] b, int count);
  }

  /** The same for integers. */
  @FunctionalInterface
  interface LongLoop {
    void run(long[] a, long[] b, int count);
  }

  static FloatLoop floats(ElementwiseBinary function) {
    return switch (function) {
      case ADD ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] += b[i];
            }
          };
      case SUB ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] -= b[i];
            }
          };
      case MUL ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] *= b[i];
            }
          };
      case DIV ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] /= b[i];
            }
          };
      case MAX ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = Math.max(a[i], b[i]);
            }
          };
      case MIN ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = Math.min(a[i], b[i]);
            }
          };
      case POW ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = (float) Math.pow(a[i], b[i]);
            }
          };
    };
  }

  static LongLoop integers(ElementwiseBinary function, MLOperandDataType type) {
    boolean unsigned = type == MLOperandDataType.UINT64;
    long order = Integers.order(type);
    return switch (function) {
      case ADD -> each(Long::sum);
      case SUB -> each((a, b) -> a - b);
      case MUL -> each((a, b) -> a * b);
      case DIV ->
          unsigned
              ? each((a, b) -> b == 0 ? 0 : Long.divideUnsigned(a, b))
              : each((a, b) -> b == 0 ? 0 : a / b);
      case MAX -> each((a, b) -> Math.max(a ^ order, b ^ order) ^ order);
      case MIN -> each((a, b) -> Math.min(a ^ order, b ^ order) ^ order);
      case POW -> each((a, b) -> power(a, b, unsigned));
    };
  }

  static FloatLoop preluOfFloats() {
    return (x, slope, count) -> {
      for (int i = 0; i < count; i++) {
        x[i] = x[i] >= 0 ? x[i] : slope[i] * x[i];
      }
    };
  }

  static LongLoop preluOfIntegers() {
    return each((x, slope) -> x >= 0 ? x : slope * x);
  }

  static LongLoop each(LongBinaryOperator function) {
    return (a, b, count) -> {
      for (int i = 0; i < count; i++) {
        a[i] = function.applyAsLong(a[i], b[i]);
      }
    };
  }

  /** By squaring; a negative exponent is a division that truncates, by zero giving zero. */
  private static long power(long base, long exponent, boolean unsigned) {
    long rest = exponent;
    if (rest < 0 && !unsigned) {
      if (base != 1 && base != -1) {
        return 0;
      }
      // The powers of 1 and -1 depend on nothing but whether the exponent is even.
      rest &= 1;
    }
    long result = 1;
    for (long square = base; rest != 0; rest >>>= 1, square *= square) {
      if ((rest & 1) == 1) {
        result *= square;
      }
    }
    return result;
  }
}
