package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The exponential function and what is made of it.
 *
 * <p>{@code x = n ln 2 + r} with a whole n and {@code |r| <= ln 2 / 2}: ln 2 is taken off in two
 * parts, the products being exact in a fused operation (Cody and Waite, "Software Manual for the
 * Elementary Functions", 6). There a polynomial of degree 7, fitted to the least greatest relative
 * error, is off by 2⁻³¹; what remains are the last two roundings, so that e^x is right to 1 ulp,
 * also where it is subnormal. The exponent n is added to the bits.
 */
final class Exponential {
  private static final FloatVector LOG2_E = Lanes.broadcast(0x1.715476p0f);
  private static final FloatVector MINUS_LN2_HIGH = Lanes.broadcast(-0x1.62e43p-1f);
  private static final FloatVector MINUS_LN2_LOW = Lanes.broadcast(0x1.05c61p-29f);
  private static final FloatVector ONE = Lanes.broadcast(1f);

  /** Added to a small number, it leaves the nearest whole one in the lowest bits. */
  private static final FloatVector SHIFT = Lanes.broadcast(0x1.8p23f);

  private static final int MANTISSA_BITS = Float.PRECISION - 1;

  /** Below, the power is subnormal. */
  private static final float LEAST_NORMAL = -87;

  /** Below, the power is 0. */
  private static final float LEAST = -104;

  /** Above, the power is infinite. */
  private static final float GREATEST = 0x1.62e42ep6f;

  /** Subnormal powers are made so much too large as an exponent has room for. */
  private static final int LIFT = 64;

  /** {@code expm1} is -1 from here down. */
  private static final float LEAST_OF_EXPM1 = -30;

  private static final FloatVector P5 = Lanes.broadcast(0x1.a032d4p-13f);
  private static final FloatVector P4 = Lanes.broadcast(0x1.6d7348p-10f);
  private static final FloatVector P3 = Lanes.broadcast(0x1.11118ap-7f);
  private static final FloatVector P2 = Lanes.broadcast(0x1.5554bp-5f);
  private static final FloatVector P1 = Lanes.broadcast(0x1.555554p-3f);
  private static final FloatVector P0 = Lanes.broadcast(0.5f);

  private Exponential() {}

  static FloatVector exp(FloatVector x) {
    FloatVector shifted = shift(x);
    return scale(reduce(x, shifted), shifted, x);
  }

  /** {@code e^(x + low)}, where low is less than a rounding of x. */
  static FloatVector exp(FloatVector x, FloatVector low) {
    FloatVector shifted = shift(x);
    return scale(reduce(x, shifted).add(low), shifted, x);
  }

  /** {@code e^x - 1} without cancellation, of what is not positive: 2 ulp. */
  static FloatVector expm1OfNegative(FloatVector x) {
    FloatVector bounded = x.max(LEAST_OF_EXPM1);
    FloatVector shifted = shift(bounded);
    FloatVector r = reduce(bounded, shifted);
    FloatVector power = ONE.reinterpretAsInts().add(exponent(shifted)).reinterpretAsFloats();
    return series(r).fma(r.mul(r), r).fma(power, power.sub(1));
  }

  /** {@code tanh |x| = -e / (e + 2)} with {@code e = exp(-2|x|) - 1}: 3 ulp. */
  static FloatVector tanh(FloatVector x) {
    FloatVector e = expm1OfNegative(x.abs().mul(-2));
    return Lanes.withSign(e.abs().div(e.add(2)), x);
  }

  /** {@code 1 / (1 + e^-x)}, with the exponential of what is negative lest it overflows: 3 ulp. */
  static FloatVector sigmoid(FloatVector x) {
    FloatVector power = exp(x.abs().neg());
    FloatVector numerator = power.blend(1, x.compare(VectorOperators.GE, 0));
    return numerator.div(power.add(1));
  }

  private static FloatVector shift(FloatVector x) {
    return x.fma(LOG2_E, SHIFT);
  }

  private static FloatVector reduce(FloatVector x, FloatVector shifted) {
    FloatVector n = shifted.sub(SHIFT);
    FloatVector high = n.fma(MINUS_LN2_HIGH, x);
    return n.fma(MINUS_LN2_LOW, high);
  }

  /** n where a float has its exponent. */
  private static IntVector exponent(FloatVector shifted) {
    return shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
  }

  /** {@code (e^r - 1 - r) / r²} */
  private static FloatVector series(FloatVector r) {
    FloatVector sum = P5;
    sum = sum.fma(r, P4);
    sum = sum.fma(r, P3);
    sum = sum.fma(r, P2);
    sum = sum.fma(r, P1);
    return sum.fma(r, P0);
  }

  private static FloatVector scale(FloatVector r, FloatVector shifted, FloatVector x) {
    FloatVector power = series(r).fma(r, ONE).fma(r, ONE);
    VectorMask<Float> subnormal = x.compare(VectorOperators.LT, LEAST_NORMAL);
    IntVector bits = power.reinterpretAsInts().add(exponent(shifted));
    FloatVector scaled = bits.add(LIFT << MANTISSA_BITS).reinterpretAsFloats();
    FloatVector finite =
        bits.reinterpretAsFloats()
            .blend(scaled.mul(0x1p-64f), subnormal)
            .blend(0, x.compare(VectorOperators.LT, LEAST));
    // Of what is greater, or NaN, the product is infinite, or NaN.
    return x.mul(Float.POSITIVE_INFINITY).blend(finite, x.compare(VectorOperators.LE, GREATEST));
  }
}
