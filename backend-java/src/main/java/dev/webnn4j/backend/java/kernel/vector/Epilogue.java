package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * What happens to the sums of a convolution: {@code clamp(sum + residual, min, max)}. The bias is
 * in the sums already.
 */
record Epilogue(boolean hasResidual, boolean isClamped, Bounds bounds) {
  static final Epilogue NONE = of(false, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

  static Epilogue of(boolean hasResidual, float min, float max) {
    boolean clamped = min != Float.NEGATIVE_INFINITY || max != Float.POSITIVE_INFINITY;
    return new Epilogue(hasResidual, clamped, Bounds.of(min, max));
  }

  /** One vector of sums; without a residual its address is not used. */
  FloatVector apply(FloatVector sum, long residual) {
    return clamp(hasResidual ? sum.add(Lanes.load(residual)) : sum);
  }

  /** The same for the first lanes of a vector; the others are not read. */
  FloatVector apply(FloatVector sum, long residual, VectorMask<Float> mask) {
    return clamp(hasResidual ? sum.add(Lanes.load(residual, mask)) : sum);
  }

  private FloatVector clamp(FloatVector value) {
    return isClamped ? bounds.clamp(value) : value;
  }

  /** Whether sums are results as they are. */
  boolean isNothing() {
    return !hasResidual && !isClamped;
  }

  /**
   * Rows of sums.
   *
   * @param sums a tile, in the first-level cache
   * @param sumStep bytes from a row of sums to the next
   * @param to where the results go
   * @param step bytes from a row to the next, in the result and in the residual
   */
  void apply(int rows, int columns, long sums, long sumStep, long to, long step, long residual) {
    for (int row = 0; row < rows; row++) {
      long at = sums + row * sumStep;
      long target = to + row * step;
      long other = residual + row * step;
      int i = 0;
      for (; i <= columns - Lanes.LENGTH; i += Lanes.LENGTH) {
        Lanes.store(apply(Lanes.load(at + 4L * i), other + 4L * i), target + 4L * i);
      }
      if (i < columns) {
        VectorMask<Float> rest = Lanes.first(columns - i);
        FloatVector sum = Lanes.load(at + 4L * i, rest);
        Lanes.store(apply(sum, other + 4L * i, rest), target + 4L * i, rest);
      }
    }
  }
}
