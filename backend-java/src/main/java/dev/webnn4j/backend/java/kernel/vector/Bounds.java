package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@code Math.min(Math.max(x, min), max)}, NaN and the signs of zeros included, as two comparisons:
 * for the Vector API's own maximum C2 makes six instructions of what the machine has in one, since
 * the machine's own knows no sign of zero.
 *
 * @param below what is less than this becomes {@code min}
 * @param above what is greater than this becomes {@code max}
 */
record Bounds(float min, float max, float below, float above) {
  static Bounds of(float min, float max) {
    if (Float.isNaN(min) || Float.isNaN(max)) {
      // All become NaN: what is below infinity first, then infinity itself.
      return new Bounds(Float.NaN, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }
    // Either zero becomes +0 where that is the least, and -0 where that is the greatest.
    boolean positiveZero = Float.floatToRawIntBits(min) == 0;
    boolean negativeZero = Float.floatToRawIntBits(max) == Integer.MIN_VALUE;
    return new Bounds(
        min, max, positiveZero ? Float.MIN_VALUE : min, negativeZero ? -Float.MIN_VALUE : max);
  }

  FloatVector clamp(FloatVector x) {
    VectorMask<Float> low = x.compare(VectorOperators.LT, below);
    FloatVector raised = x.blend(min, low);
    return raised.blend(max, raised.compare(VectorOperators.GT, above));
  }
}
