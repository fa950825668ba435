package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ElementwiseUnary;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The loops of functions of one element. Each function has its own: one loop that chose among them
 * would be one method to the JVM's compiler, which inlines neither what a method does seldom nor
 * more than some 40 operations on vectors. Functions that need more take several passes: three at
 * least, since calls to three places are not inlined either. Constants are vectors already, which
 * spares the compiler work too.
 */
final class UnaryLoops {
  private UnaryLoops() {}

  /**
   * A function of each element of some whole vectors, few enough for the first-level cache. The
   * results lie over the operand only if the kernel works in place, which functions of one pass do
   * that read each element once. Others may leave anything in them until the end.
   */
  @FunctionalInterface
  interface Loop {
    void run(long from, long to, long bytes);
  }

  static Loop[] floats(ElementwiseUnary function) {
    return switch (function) {
      case ABS ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.abs(), to + at);
                }
              });
      case CEIL ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Rounding.ceil(x), to + at);
                }
              });
      case COS ->
          passes(
              (from, to, bytes) -> {
                IntVector largest = IntVector.zero(Lanes.INTS);
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  largest = largest.max(x.abs().reinterpretAsInts());
                  Lanes.store(Trigonometry.cos(x), to + at);
                }
                Trigonometry.correct(
                    largest.reduceLanes(VectorOperators.MAX), Math::cos, from, to, bytes);
              });
      case ERF -> ErrorFunction.erf();
      case EXP ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Exponential.exp(x), to + at);
                }
              });
      case FLOOR ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Rounding.floor(x), to + at);
                }
              });
      case IDENTITY ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  Lanes.store(Lanes.load(from + at), to + at);
                }
              });
      case LOG ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Logarithm.log(x), to + at);
                }
              });
      case NEG ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.neg(), to + at);
                }
              });
      case RECIPROCAL ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Lanes.broadcast(1f).div(x), to + at);
                }
              });
      case ROUND_EVEN ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Rounding.roundEven(x), to + at);
                }
              });
      case SIGN ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Rounding.sign(x), to + at);
                }
              });
      case SIN ->
          passes(
              (from, to, bytes) -> {
                IntVector largest = IntVector.zero(Lanes.INTS);
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  largest = largest.max(x.abs().reinterpretAsInts());
                  Lanes.store(Trigonometry.sin(x), to + at);
                }
                Trigonometry.correct(
                    largest.reduceLanes(VectorOperators.MAX), Math::sin, from, to, bytes);
              });
      case SQRT ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.sqrt(), to + at);
                }
              });
      case TAN ->
          passes(
              (from, to, bytes) -> {
                IntVector largest = IntVector.zero(Lanes.INTS);
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  largest = largest.max(x.abs().reinterpretAsInts());
                  Lanes.store(Trigonometry.tan(x), to + at);
                }
                Trigonometry.correct(
                    largest.reduceLanes(VectorOperators.MAX), Math::tan, from, to, bytes);
              });
      case GELU -> ErrorFunction.gelu();
      case HARD_SWISH ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  // Divided first: six times a large number would overflow.
                  Lanes.store(x.mul(x.add(3).max(0).min(6).div(6)), to + at);
                }
              });
      case RELU ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.max(0), to + at);
                }
              });
      case SIGMOID ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Exponential.sigmoid(x), to + at);
                }
              });
      case SOFTPLUS -> Logarithm.softplus();
      case SOFTSIGN ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.div(x.abs().add(1)), to + at);
                }
              });
      case TANH ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(Exponential.tanh(x), to + at);
                }
              });
    };
  }

  static Loop[] ints(ElementwiseUnary function) {
    return switch (function) {
      case ABS ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  IntVector x = Lanes.loadInts(from + at);
                  Lanes.storeInts(x.abs(), to + at);
                }
              });
      case IDENTITY ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  Lanes.storeInts(Lanes.loadInts(from + at), to + at);
                }
              });
      case NEG ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  IntVector x = Lanes.loadInts(from + at);
                  Lanes.storeInts(x.neg(), to + at);
                }
              });
      case RELU ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  IntVector x = Lanes.loadInts(from + at);
                  Lanes.storeInts(x.max(0), to + at);
                }
              });
      case SIGN ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  IntVector x = Lanes.loadInts(from + at);
                  Lanes.storeInts(x.max(-1).min(1), to + at);
                }
              });
      default -> throw new IllegalArgumentException(function + " takes floats only");
    };
  }

  static Loop[] activation(Activation function, float alpha, float beta) {
    return switch (function) {
      case ELU ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(
                      x.blend(
                          Exponential.expm1OfNegative(x.min(0)).mul(alpha),
                          x.compare(VectorOperators.LE, 0)),
                      to + at);
                }
              });
      case HARD_SIGMOID ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.mul(alpha).add(beta).max(0).min(1), to + at);
                }
              });
      case LEAKY_RELU ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.blend(x.mul(alpha), x.compare(VectorOperators.LT, 0)), to + at);
                }
              });
      case LINEAR ->
          passes(
              (from, to, bytes) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(from + at);
                  Lanes.store(x.mul(alpha).add(beta), to + at);
                }
              });
    };
  }

  static Loop[] clamp(float min, float max) {
    Bounds bounds = Bounds.of(min, max);
    return passes(
        (from, to, bytes) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            FloatVector x = Lanes.load(from + at);
            Lanes.store(bounds.clamp(x), to + at);
          }
        });
  }

  static Loop[] clamp(int min, int max) {
    return passes(
        (from, to, bytes) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            IntVector x = Lanes.loadInts(from + at);
            Lanes.storeInts(x.max(min).min(max), to + at);
          }
        });
  }

  /** What is done one after the other with each block. */
  static Loop[] passes(Loop... passes) {
    return passes;
  }
}
