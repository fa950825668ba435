package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Powers, as {@code e^(b log a)}.
 *
 * <p>What the logarithm is off by is multiplied by an exponent, up to a hundred times. So it is a
 * sum of two floats, of which the second one holds what the first one has no digits for (Dekker, "A
 * Floating-Point Technique for Extending the Available Precision"): with {@code s = f / (2 + f)},
 * at most 0.172, it is {@code k ln 2 + 2s + s³ P(s²)}, and only the last term, less than a
 * hundredth, is computed as a single float. That leaves an error of 2⁻³², and powers right to 2
 * ulp.
 */
final class Power {
  /** Products from here on are powers of 0 or infinity, whatever is added to them. */
  private static final float BEYOND = 200;

  private static final FloatVector P3 = Lanes.broadcast(0x1.e317d6p-3f);
  private static final FloatVector P2 = Lanes.broadcast(0x1.243806p-2f);
  private static final FloatVector P1 = Lanes.broadcast(0x1.999a7ep-2f);
  private static final FloatVector P0 = Lanes.broadcast(0x1.555554p-1f);

  private Power() {}

  /** As {@link Math#pow} has it for zeros, infinities, NaN and negative bases. */
  static BinaryLoops.Pass[] pow() {
    return BinaryLoops.passes(
        (a, moveA, b, moveB, to, bytes, scratch) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            parts(Lanes.load(a + (at & moveA)).abs(), to + at, scratch + at);
          }
        },
        (a, moveA, b, moveB, to, bytes, scratch) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            log(to + at, scratch + at);
          }
        },
        (a, moveA, b, moveB, to, bytes, scratch) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            FloatVector x = Lanes.load(a + (at & moveA)).abs();
            Lanes.store(special(Lanes.load(to + at), x), to + at);
          }
        },
        (a, moveA, b, moveB, to, bytes, scratch) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            FloatVector y = Lanes.load(b + (at & moveB));
            Lanes.store(ofLog(Lanes.load(to + at), Lanes.load(scratch + at), y), to + at);
          }
        },
        (a, moveA, b, moveB, to, bytes, scratch) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            FloatVector x = Lanes.load(a + (at & moveA));
            FloatVector y = Lanes.load(b + (at & moveB));
            Lanes.store(signed(Lanes.load(to + at), x, y), to + at);
          }
        });
  }

  /** Stores f and k. */
  private static void parts(FloatVector a, long f, long k) {
    FloatVector lifted = Logarithm.lift(a);
    IntVector exponent = Logarithm.exponent(lifted);
    Lanes.store(Logarithm.mantissa(lifted, exponent).sub(1), f);
    Lanes.store(Logarithm.exponentOf(a, exponent), k);
  }

  /** Replaces f and k by the two floats of the logarithm. */
  private static void log(long high, long low) {
    FloatVector f = Lanes.load(high);
    FloatVector k = Lanes.load(low);
    FloatVector s = f.div(f.add(2));
    FloatVector exact = k.mul(Logarithm.LN2_HIGH);
    FloatVector main = exact.add(s.add(s));
    FloatVector lost = s.add(s).sub(main.sub(exact));
    FloatVector small = k.fma(Logarithm.LN2_LOW, smallTerms(f, s)).add(lost);
    FloatVector sum = main.add(small);
    Lanes.store(small.sub(sum.sub(main)), low);
    Lanes.store(sum, high);
  }

  /** The logarithm of a, where that of what is positive and finite is known. */
  private static FloatVector special(FloatVector log, FloatVector a) {
    return a.blend(log, a.compare(VectorOperators.LT, Float.POSITIVE_INFINITY))
        .blend(Float.NEGATIVE_INFINITY, a.compare(VectorOperators.EQ, 0));
  }

  private static FloatVector ofLog(FloatVector log, FloatVector rest, FloatVector b) {
    // To the power of 0 everything is 1, NaN too.
    VectorMask<Float> some = b.compare(VectorOperators.NE, 0);
    FloatVector product = b.blend(log.mul(b), some);
    FloatVector low = log.fma(b, product.neg()).add(rest.mul(b));
    VectorMask<Float> counts = product.abs().compare(VectorOperators.LT, BEYOND).and(some);
    return Exponential.exp(product, Lanes.zero().blend(low, counts));
  }

  /** The power of a, where that of its size is known. */
  private static FloatVector signed(FloatVector size, FloatVector a, FloatVector b) {
    FloatVector half = b.mul(0.5f);
    VectorMask<Float> whole = b.compare(VectorOperators.EQ, Rounding.roundEven(b));
    VectorMask<Float> even = half.compare(VectorOperators.EQ, Rounding.roundEven(half));
    VectorMask<Float> noNumber =
        a.compare(VectorOperators.LT, 0)
            .andNot(whole)
            .andNot(a.compare(VectorOperators.EQ, Float.NEGATIVE_INFINITY));
    return size.blend(Lanes.withSign(size, a), whole.andNot(even)).blend(Float.NaN, noNumber);
  }

  /** What {@code s} was rounded by, twice, and the series behind its first term. */
  private static FloatVector smallTerms(FloatVector f, FloatVector s) {
    FloatVector divisor = f.add(2);
    FloatVector lost = f.sub(divisor.sub(2));
    FloatVector remainder = s.neg().fma(lost, s.neg().fma(divisor, f));
    FloatVector square = s.mul(s);
    FloatVector sum = P3;
    sum = sum.fma(square, P2);
    sum = sum.fma(square, P1);
    sum = sum.fma(square, P0);
    return sum.fma(square.mul(s), remainder.add(remainder).div(divisor));
  }
}
