package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The error function and gelu, which is made of it.
 *
 * <p>Both use the tail of the normal distribution, {@code Q(a) = erfc(a / sqrt 2) / 2}, computed
 * without cancellation as {@code e^(-a² / 2) R(a)}. R falls slowly from 1/2, like 0.4 / a in the
 * end: it is {@code t P(at)} with {@code t = 1 / (1 + 0.39 a)} and a polynomial of degree 9 (a form
 * of Hastings, "Approximations for Digital Computers"), fitted to the least greatest relative error
 * as far as Q is not 0, which is 2⁻²⁷; near 0 the rounding of t does not matter to P. The square is
 * a sum of two floats, since its rounding would be multiplied by its size.
 */
final class ErrorFunction {
  private static final float SQRT_2 = 0x1.6a09e6p0f;

  /** Q is 0 from here on. */
  private static final float GREATEST = 20;

  private static final FloatVector ONE = Lanes.broadcast(1f);
  private static final FloatVector MINUS_TWO = Lanes.broadcast(-2f);
  private static final FloatVector SLOPE = Lanes.broadcast(0.39f);
  private static final FloatVector N6 = Lanes.broadcast(0x1.496a94p-14f);
  private static final FloatVector N5 = Lanes.broadcast(-0x1.a3f728p-11f);
  private static final FloatVector N4 = Lanes.broadcast(0x1.5405b8p-8f);
  private static final FloatVector N3 = Lanes.broadcast(-0x1.b7f90ep-6f);
  private static final FloatVector N2 = Lanes.broadcast(0x1.ce2cf8p-4f);
  private static final FloatVector N1 = Lanes.broadcast(-0x1.81273ep-2f);
  private static final FloatVector N0 = Lanes.broadcast(0x1.06eba8p-3f);

  private static final FloatVector R9 = Lanes.broadcast(-0x1.9b569ap-18f);
  private static final FloatVector R8 = Lanes.broadcast(0x1.aa2a5ap-15f);
  private static final FloatVector R7 = Lanes.broadcast(-0x1.0a58bap-13f);
  private static final FloatVector R6 = Lanes.broadcast(0x1.ff155cp-14f);
  private static final FloatVector R5 = Lanes.broadcast(-0x1.082a1cp-11f);
  private static final FloatVector R4 = Lanes.broadcast(0x1.b6d256p-13f);
  private static final FloatVector R3 = Lanes.broadcast(0x1.d1e13ep-8f);
  private static final FloatVector R2 = Lanes.broadcast(0x1.e799a8p-7f);
  private static final FloatVector R1 = Lanes.broadcast(-0x1.a1acacp-3f);
  private static final FloatVector R0 = Lanes.broadcast(0.5f);

  private ErrorFunction() {}

  /** 2 ulp. Up to 1 from an odd polynomial that is off by 2⁻²⁹, above as 1 minus both tails. */
  static UnaryLoops.Loop[] erf() {
    return UnaryLoops.passes(
        (from, to, bytes) -> quotients(from, SQRT_2, to, bytes),
        (from, to, bytes) -> tails(from, SQRT_2, to, bytes),
        (from, to, bytes) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            FloatVector x = Lanes.load(from + at);
            FloatVector size = x.abs();
            FloatVector far = Lanes.load(to + at).fma(MINUS_TWO, ONE);
            FloatVector near = series(x.mul(x)).fma(size, size);
            VectorMask<Float> isNear = size.compare(VectorOperators.LT, 1);
            Lanes.store(Lanes.withSign(far.blend(near, isNear), x), to + at);
          }
        });
  }

  /** {@code x Q(-x)}, where {@code Q(-x) = 1 - Q(x)}: 4 ulp, below -5 up to 10. */
  static UnaryLoops.Loop[] gelu() {
    return UnaryLoops.passes(
        (from, to, bytes) -> quotients(from, 1, to, bytes),
        (from, to, bytes) -> tails(from, 1, to, bytes),
        (from, to, bytes) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            FloatVector x = Lanes.load(from + at);
            FloatVector tail = Lanes.load(to + at);
            FloatVector part = tail.blend(ONE.sub(tail), x.compare(VectorOperators.GT, 0));
            Lanes.store(x.mul(part), to + at);
          }
        });
  }

  /** R of the sizes, times a scale. */
  private static void quotients(long from, float scale, long to, long bytes) {
    for (long at = 0; at < bytes; at += Lanes.BYTES) {
      Lanes.store(quotient(size(from + at, scale)), to + at);
    }
  }

  /** Q of them, from R. */
  private static void tails(long from, float scale, long to, long bytes) {
    for (long at = 0; at < bytes; at += Lanes.BYTES) {
      FloatVector a = size(from + at, scale);
      FloatVector half = a.mul(-0.5f);
      FloatVector exponent = a.mul(half);
      FloatVector low = a.fma(half, exponent.neg());
      Lanes.store(Exponential.exp(exponent, low).mul(Lanes.load(to + at)), to + at);
    }
  }

  private static FloatVector size(long address, float scale) {
    return Lanes.load(address).abs().mul(scale).min(GREATEST);
  }

  /** R. */
  private static FloatVector quotient(FloatVector a) {
    FloatVector t = ONE.div(a.fma(SLOPE, ONE));
    FloatVector u = a.mul(t);
    FloatVector sum = R9;
    sum = sum.fma(u, R8);
    sum = sum.fma(u, R7);
    sum = sum.fma(u, R6);
    sum = sum.fma(u, R5);
    sum = sum.fma(u, R4);
    sum = sum.fma(u, R3);
    sum = sum.fma(u, R2);
    sum = sum.fma(u, R1);
    sum = sum.fma(u, R0);
    return sum.mul(t);
  }

  /** {@code erf(x) / x - 1} of the square of x. */
  private static FloatVector series(FloatVector square) {
    FloatVector sum = N6;
    sum = sum.fma(square, N5);
    sum = sum.fma(square, N4);
    sum = sum.fma(square, N3);
    sum = sum.fma(square, N2);
    sum = sum.fma(square, N1);
    sum = sum.fma(square, N0);
    return sum;
  }
}
