package dev.webnn4j;

import dev.webnn4j.op.Reduction;

/** Options of the reductions; see {@link Reduction}. */
public final class MLReduceOptions extends MLOptions<MLReduceOptions> {
  MLReduceOptions() {}

  /** The axes that disappear, none twice; all if not given, and none if there are none. */
  public MLReduceOptions axes(int... values) {
    return set(Reduction.AXES, longs(values));
  }

  /** Whether the axes remain, with the size 1. */
  public MLReduceOptions keepDimensions(boolean value) {
    return set(Reduction.KEEP_DIMENSIONS, value);
  }
}
