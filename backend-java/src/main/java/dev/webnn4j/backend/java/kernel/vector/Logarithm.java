package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The natural logarithm.
 *
 * <p>{@code x = 2^k (1 + f)} with {@code 1 + f} from sqrt(1/2) to sqrt(2), so that near 1 nothing
 * cancels. A polynomial fitted to the least greatest relative error is off by 2⁻²⁷, and the terms
 * are added from the small to the large: 2 ulp (the scheme is that of Cephes' logf and of Tang,
 * "Table-Driven Implementation of the Logarithm Function", without the table).
 */
final class Logarithm {
  /** Few enough bits that its products with exponents are exact. */
  static final FloatVector LN2_HIGH = Lanes.broadcast(0x1.62e4p-1f);

  static final FloatVector LN2_LOW = Lanes.broadcast(0x1.7f7d1cp-20f);

  private static final int SQRT_HALF_BITS = 0x3f3504f3;
  private static final int MANTISSA_BITS = Float.PRECISION - 1;

  /** A whole number added to the bits of this float is added to the float. */
  private static final float SHIFT = 0x1.8p23f;

  /** Makes a subnormal number a normal one. */
  private static final float LIFT = 0x1p23f;

  private static final FloatVector MINUS_HALF = Lanes.broadcast(-0.5f);
  private static final FloatVector P7 = Lanes.broadcast(-0x1.38f24p-4f);
  private static final FloatVector P6 = Lanes.broadcast(0x1.058954p-3f);
  private static final FloatVector P5 = Lanes.broadcast(-0x1.0d8fcp-3f);
  private static final FloatVector P4 = Lanes.broadcast(0x1.22d4bap-3f);
  private static final FloatVector P3 = Lanes.broadcast(-0x1.54706cp-3f);
  private static final FloatVector P2 = Lanes.broadcast(0x1.99a034p-3f);
  private static final FloatVector P1 = Lanes.broadcast(-0x1.00022cp-2f);
  private static final FloatVector P0 = Lanes.broadcast(0x1.555554p-2f);

  private Logarithm() {}

  static FloatVector log(FloatVector x) {
    FloatVector lifted = lift(x);
    IntVector k = exponent(lifted);
    FloatVector sum = ofParts(exponentOf(x, k), mantissa(lifted, k).sub(1));
    // Infinity and NaN stay what they are.
    return x.blend(sum, x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY))
        .blend(Float.NaN, x.compare(VectorOperators.LT, 0))
        .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
  }

  /** {@code log(1 + e^x)}; the exponential of what is negative, lest it overflows: 2 ulp. */
  static UnaryLoops.Loop[] softplus() {
    return UnaryLoops.passes(
        (from, to, bytes) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            Lanes.store(Exponential.exp(Lanes.load(from + at).abs().neg()), to + at);
          }
        },
        (from, to, bytes) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            Lanes.store(log1pOfFraction(Lanes.load(to + at)), to + at);
          }
        },
        (from, to, bytes) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            Lanes.store(Lanes.load(from + at).max(0).add(Lanes.load(to + at)), to + at);
          }
        });
  }

  /** {@code log(1 + x)} of a number from 0 to 1, exact where that is small: 2 ulp. */
  private static FloatVector log1pOfFraction(FloatVector x) {
    VectorMask<Float> large = x.compare(VectorOperators.GT, 0x1.a8279ap-2f);
    FloatVector f = x.blend(x.sub(1).mul(0.5f), large);
    return ofParts(Lanes.zero().blend(1, large), f);
  }

  /** The number or, where it is subnormal, one 2²³ times as large. */
  static FloatVector lift(FloatVector x) {
    return x.blend(x.mul(LIFT), x.compare(VectorOperators.LT, Float.MIN_NORMAL));
  }

  /** The k of a positive, normal number. */
  static IntVector exponent(FloatVector x) {
    return x.reinterpretAsInts().sub(SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, MANTISSA_BITS);
  }

  /** The {@code 1 + f} of a positive, normal number. */
  static FloatVector mantissa(FloatVector x, IntVector k) {
    return x.reinterpretAsInts()
        .sub(k.lanewise(VectorOperators.LSHL, MANTISSA_BITS))
        .reinterpretAsFloats();
  }

  /** The exponent as a float, and of the number itself where it was lifted. */
  static FloatVector exponentOf(FloatVector x, IntVector k) {
    FloatVector exponent = k.add(Float.floatToRawIntBits(SHIFT)).reinterpretAsFloats().sub(SHIFT);
    return exponent.blend(
        exponent.sub(MANTISSA_BITS), x.compare(VectorOperators.LT, Float.MIN_NORMAL));
  }

  private static FloatVector ofParts(FloatVector k, FloatVector f) {
    FloatVector sum = P7;
    sum = sum.fma(f, P6);
    sum = sum.fma(f, P5);
    sum = sum.fma(f, P4);
    sum = sum.fma(f, P3);
    sum = sum.fma(f, P2);
    sum = sum.fma(f, P1);
    sum = sum.fma(f, P0);
    FloatVector square = f.mul(f);
    FloatVector small = sum.fma(square.mul(f), k.mul(LN2_LOW));
    FloatVector middle = square.fma(MINUS_HALF, small).add(f);
    return k.fma(LN2_HIGH, middle);
  }
}
