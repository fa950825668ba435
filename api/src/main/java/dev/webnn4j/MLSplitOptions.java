package dev.webnn4j;

import dev.webnn4j.op.Split;

/** Options of split; see {@link Split}. */
public final class MLSplitOptions extends MLOptions<MLSplitOptions> {
  MLSplitOptions() {}

  /** The axis to cut; 0 unless set. */
  public MLSplitOptions axis(int value) {
    return set(Split.AXIS, (long) value);
  }
}
