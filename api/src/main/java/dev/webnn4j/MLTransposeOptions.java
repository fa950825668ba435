package dev.webnn4j;

import dev.webnn4j.op.Transpose;

/** Options of transpose; see {@link Transpose}. */
public final class MLTransposeOptions extends MLOptions<MLTransposeOptions> {
  MLTransposeOptions() {}

  /** For each axis of the result, the input's axis. */
  public MLTransposeOptions permutation(int... values) {
    return set(Transpose.PERMUTATION, longs(values));
  }
}
