package dev.webnn4j;

import dev.webnn4j.op.Reverse;

/** Options of reverse; see {@link Reverse}. */
public final class MLReverseOptions extends MLOptions<MLReverseOptions> {
  MLReverseOptions() {}

  /** The axes to walk backwards, each once; all unless set. */
  public MLReverseOptions axes(int... values) {
    return set(Reverse.AXES, longs(values));
  }
}
