package dev.webnn4j.backend.java.kernel.vector;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Sine, cosine and tangent of arguments up to {@link #HOLDS}.
 *
 * <p>{@code x = n pi / 2 + r} with a whole n and {@code |r| <= pi / 4}: pi / 2 is taken off in
 * three parts of 24 bits in fused operations (Cody and Waite, "Software Manual for the Elementary
 * Functions", 8). The first one leaves an exact difference, so r is right to its last bit even
 * where x is next to a multiple of pi / 2. The polynomials, fitted to the least greatest relative
 * error, are off by 2⁻²⁸: sine and cosine are right to 2 ulp, the tangent to 4.
 */
final class Trigonometry {
  /** Above, n is not the nearest whole number any more. */
  static final float HOLDS = 0x1p17f;

  private static final FloatVector TWO_OVER_PI = Lanes.broadcast(0x1.45f306p-1f);
  private static final FloatVector MINUS_HALF_PI_HIGH = Lanes.broadcast(-0x1.921fb6p0f);
  private static final FloatVector MINUS_HALF_PI_MIDDLE = Lanes.broadcast(0x1.777a5cp-25f);
  private static final FloatVector MINUS_HALF_PI_LOW = Lanes.broadcast(0x1.ee59dap-50f);

  /** Added to a small number, it leaves the nearest whole one in the lowest bits. */
  private static final FloatVector SHIFT = Lanes.broadcast(0x1.8p23f);

  private static final FloatVector S2 = Lanes.broadcast(-0x1.99325ep-13f);
  private static final FloatVector S1 = Lanes.broadcast(0x1.110708p-7f);
  private static final FloatVector S0 = Lanes.broadcast(-0x1.555544p-3f);

  private static final FloatVector C4 = Lanes.broadcast(0x1.99db9ap-16f);
  private static final FloatVector C3 = Lanes.broadcast(-0x1.6c0bfcp-10f);
  private static final FloatVector C2 = Lanes.broadcast(0x1.55554ap-5f);
  private static final FloatVector C1 = Lanes.broadcast(-0.5f);
  private static final FloatVector C0 = Lanes.broadcast(1f);

  private Trigonometry() {}

  static FloatVector sin(FloatVector x) {
    FloatVector shifted = shift(x.abs());
    FloatVector r = reduce(x.abs(), shifted);
    IntVector quadrant = shifted.reinterpretAsInts();
    FloatVector size = sinOfReduced(r).blend(cosOfReduced(r), isOdd(quadrant));
    return turn(
        size,
        quadrant
            .lanewise(VectorOperators.LSHL, 30)
            .lanewise(VectorOperators.XOR, x.reinterpretAsInts()));
  }

  static FloatVector cos(FloatVector x) {
    FloatVector shifted = shift(x.abs());
    FloatVector r = reduce(x.abs(), shifted);
    IntVector quadrant = shifted.reinterpretAsInts();
    FloatVector size = cosOfReduced(r).blend(sinOfReduced(r), isOdd(quadrant));
    return turn(size, quadrant.add(1).lanewise(VectorOperators.LSHL, 30));
  }

  static FloatVector tan(FloatVector x) {
    FloatVector shifted = shift(x.abs());
    FloatVector r = reduce(x.abs(), shifted);
    FloatVector sin = sinOfReduced(r);
    FloatVector cos = cosOfReduced(r);
    IntVector quadrant = shifted.reinterpretAsInts();
    VectorMask<Float> odd = isOdd(quadrant);
    FloatVector size = sin.blend(cos, odd).div(cos.blend(sin, odd));
    return turn(
        size,
        quadrant
            .lanewise(VectorOperators.LSHL, 31)
            .lanewise(VectorOperators.XOR, x.reinterpretAsInts()));
  }

  /**
   * Computes in double what the vectors could not.
   *
   * @param largest the bits of the largest size, as which those of NaN count too
   */
  static void correct(int largest, DoubleUnaryOperator function, long from, long to, long bytes) {
    if (largest <= Float.floatToRawIntBits(HOLDS)) {
      return;
    }
    for (long at = 0; at < bytes; at += Float.BYTES) {
      float x = Lanes.get(from + at);
      if (Math.abs(x) > HOLDS) {
        Lanes.put(to + at, (float) function.applyAsDouble(x));
      }
    }
  }

  private static FloatVector shift(FloatVector x) {
    return x.fma(TWO_OVER_PI, SHIFT);
  }

  private static FloatVector reduce(FloatVector x, FloatVector shifted) {
    FloatVector n = shifted.sub(SHIFT);
    FloatVector high = n.fma(MINUS_HALF_PI_HIGH, x);
    FloatVector middle = n.fma(MINUS_HALF_PI_MIDDLE, high);
    return n.fma(MINUS_HALF_PI_LOW, middle);
  }

  private static VectorMask<Float> isOdd(IntVector quadrant) {
    return quadrant
        .lanewise(VectorOperators.LSHL, 31)
        .compare(VectorOperators.LT, 0)
        .cast(Lanes.SPECIES);
  }

  /** Changes the sign where the highest bit is set. */
  private static FloatVector turn(FloatVector value, IntVector sign) {
    return value
        .reinterpretAsInts()
        .lanewise(VectorOperators.XOR, sign.and(Integer.MIN_VALUE))
        .reinterpretAsFloats();
  }

  private static FloatVector sinOfReduced(FloatVector r) {
    FloatVector square = r.mul(r);
    FloatVector sum = S2;
    sum = sum.fma(square, S1);
    sum = sum.fma(square, S0);
    return sum.fma(square.mul(r), r);
  }

  private static FloatVector cosOfReduced(FloatVector r) {
    FloatVector square = r.mul(r);
    FloatVector sum = C4;
    sum = sum.fma(square, C3);
    sum = sum.fma(square, C2);
    sum = sum.fma(square, C1);
    return sum.fma(square, C0);
  }
}
