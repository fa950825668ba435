package dev.webnn4j;

import dev.webnn4j.op.CumulativeSum;

/** Options of cumulativeSum; see {@link CumulativeSum}. */
public final class MLCumulativeSumOptions extends MLOptions<MLCumulativeSumOptions> {
  MLCumulativeSumOptions() {}

  /** Whether an element itself is left out of its sum, so that the first one is 0. */
  public MLCumulativeSumOptions exclusive(boolean value) {
    return set(CumulativeSum.EXCLUSIVE, value);
  }

  /** Whether the sums begin at the end of the axis. */
  public MLCumulativeSumOptions reversed(boolean value) {
    return set(CumulativeSum.REVERSED, value);
  }
}
