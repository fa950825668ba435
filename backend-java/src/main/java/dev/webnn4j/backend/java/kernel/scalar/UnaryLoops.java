package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ElementwiseUnary;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * The loops of functions of one element, in place. What is cheap has a loop of its own, so that the
 * JVM can vectorise it; what is not is computed in double and rounded once.
 */
final class UnaryLoops {
  private UnaryLoops() {}

  /** A function of each of the first {@code count} elements. */
  @FunctionalInterface
  interface FloatLoop {
    void run(float[] row, int count);
  }

  /** The same for integers. */
  @FunctionalInterface
  interface LongLoop {
    void run(long[] row, int count);
  }

  static FloatLoop floats(ElementwiseUnary function) {
    return switch (function) {
      case ABS ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = Math.abs(row[i]);
            }
          };
      case NEG ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = -row[i];
            }
          };
      case RECIPROCAL ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = 1 / row[i];
            }
          };
      case RELU ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = Math.max(row[i], 0);
            }
          };
      case HARD_SWISH ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              // Divided first: six times a large number would overflow.
              row[i] = row[i] * (Math.max(0, Math.min(6, row[i] + 3)) / 6);
            }
          };
      case SOFTSIGN ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = row[i] / (1 + Math.abs(row[i]));
            }
          };
      case CEIL -> each(Math::ceil);
      case COS -> each(Math::cos);
      case ERF -> each(Erf::erf);
      case EXP -> each(Math::exp);
      case FLOOR -> each(Math::floor);
      case IDENTITY -> (row, count) -> {};
      case LOG -> each(Math::log);
      case ROUND_EVEN -> each(Math::rint);
      case SIGN -> each(x -> x > 0 ? 1 : x < 0 ? -1 : 0);
      case SIN -> each(Math::sin);
      case SQRT -> each(Math::sqrt);
      case TAN -> each(Math::tan);
      case GELU -> each(x -> 0.5 * x * Erf.erfc(-x * Math.sqrt(0.5)));
      // exp(-x) overflows to infinity where the result is 0.
      case SIGMOID -> each(x -> 1 / (1 + Math.exp(-x)));
      case SOFTPLUS -> each(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
      case TANH -> each(Math::tanh);
    };
  }

  static LongLoop integers(ElementwiseUnary function) {
    return switch (function) {
      case ABS -> eachLong(Math::abs);
      case NEG -> eachLong(x -> -x);
      case SIGN -> eachLong(Long::signum);
      case RELU -> eachLong(x -> Math.max(x, 0));
      default -> throw new IllegalArgumentException(function + " takes floats only");
    };
  }

  static FloatLoop activation(Activation function, float alpha, float beta) {
    return switch (function) {
      case ELU -> each(x -> x > 0 ? x : alpha * Math.expm1(x));
      case HARD_SIGMOID ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = Math.max(0, Math.min(1, alpha * row[i] + beta));
            }
          };
      case LEAKY_RELU ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = row[i] >= 0 ? row[i] : alpha * row[i];
            }
          };
      case LINEAR ->
          (row, count) -> {
            for (int i = 0; i < count; i++) {
              row[i] = alpha * row[i] + beta;
            }
          };
    };
  }

  static FloatLoop clamp(float min, float max) {
    return (row, count) -> {
      for (int i = 0; i < count; i++) {
        row[i] = Math.min(Math.max(row[i], min), max);
      }
    };
  }

  /**
   * @param order what makes signed comparison order the values and the bounds
   */
  static LongLoop clamp(long min, long max, long order) {
    return eachLong(x -> Math.min(Math.max(x ^ order, min), max) ^ order);
  }

  private static FloatLoop each(DoubleUnaryOperator function) {
    return (row, count) -> {
      for (int i = 0; i < count; i++) {
        row[i] = (float) function.applyAsDouble(row[i]);
      }
    };
  }

  static LongLoop eachLong(LongUnaryOperator function) {
    return (row, count) -> {
      for (int i = 0; i < count; i++) {
        row[i] = function.applyAsLong(row[i]);
      }
    };
  }
}
