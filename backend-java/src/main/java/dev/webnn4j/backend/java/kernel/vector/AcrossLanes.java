package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * What the lanes of a vector come to. The order is fixed, lanes half a vector apart first: the
 * Vector API's own sums and products take one order in the interpreter and another in compiled
 * code, and the last bits differ.
 */
final class AcrossLanes {
  private static final VectorShuffle<Float> BY_32 = by(32);
  private static final VectorShuffle<Float> BY_16 = by(16);
  private static final VectorShuffle<Float> BY_8 = by(8);
  private static final VectorShuffle<Float> BY_4 = by(4);
  private static final VectorShuffle<Float> BY_2 = by(2);
  private static final VectorShuffle<Float> BY_1 = by(1);

  private AcrossLanes() {}

  private static VectorShuffle<Float> by(int distance) {
    return VectorShuffle.fromOp(Lanes.SPECIES, i -> (i + distance) % Lanes.LENGTH);
  }

  /** Their sum. */
  static float sum(FloatVector lanes) {
    FloatVector sum = lanes;
    if (Lanes.LENGTH > 32) {
      sum = sum.add(sum.rearrange(BY_32));
    }
    if (Lanes.LENGTH > 16) {
      sum = sum.add(sum.rearrange(BY_16));
    }
    if (Lanes.LENGTH > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (Lanes.LENGTH > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (Lanes.LENGTH > 2) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }

  /** Their product. */
  static float product(FloatVector lanes) {
    FloatVector product = lanes;
    if (Lanes.LENGTH > 32) {
      product = product.mul(product.rearrange(BY_32));
    }
    if (Lanes.LENGTH > 16) {
      product = product.mul(product.rearrange(BY_16));
    }
    if (Lanes.LENGTH > 8) {
      product = product.mul(product.rearrange(BY_8));
    }
    if (Lanes.LENGTH > 4) {
      product = product.mul(product.rearrange(BY_4));
    }
    if (Lanes.LENGTH > 2) {
      product = product.mul(product.rearrange(BY_2));
    }
    return product.mul(product.rearrange(BY_1)).lane(0);
  }
}
