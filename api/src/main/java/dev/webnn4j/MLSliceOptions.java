package dev.webnn4j;

import dev.webnn4j.op.Slice;

/** Options of slice; see {@link Slice}. */
public final class MLSliceOptions extends MLOptions<MLSliceOptions> {
  MLSliceOptions() {}

  /** For each axis, how far what is taken of the window lies apart; 1 each unless set. */
  public MLSliceOptions strides(int... values) {
    return set(Slice.STRIDES, longs(values));
  }
}
