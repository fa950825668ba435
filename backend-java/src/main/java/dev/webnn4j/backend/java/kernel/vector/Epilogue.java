package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * What happens to a sum before it is stored: {@code clamp(sum + residual, min, max)}. The bias is
 * in the sum already.
 */
record Epilogue(boolean hasResidual, float min, float max) {
  static final Epilogue NONE =
      new Epilogue(false, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

  boolean isClamped() {
    return min != Float.NEGATIVE_INFINITY || max != Float.POSITIVE_INFINITY;
  }

  /**
   * The value to store.
   *
   * @param residual where the residual of this vector lies; unused without one
   */
  FloatVector apply(FloatVector sum, long residual) {
    FloatVector value = hasResidual ? sum.add(Lanes.load(residual)) : sum;
    return isClamped() ? value.max(min).min(max) : value;
  }

  /** The same for the first lanes of a vector; the others are not read. */
  FloatVector apply(FloatVector sum, long residual, VectorMask<Float> mask) {
    FloatVector value = hasResidual ? sum.add(Lanes.load(residual, mask)) : sum;
    return isClamped() ? value.max(min).min(max) : value;
  }
}
