package dev.webnn4j;

import dev.webnn4j.op.FakeQuantize;

/** Options of fakeQuantize; see {@link FakeQuantize}. */
public final class MLFakeQuantizeOptions extends MLOptions<MLFakeQuantizeOptions> {
  MLFakeQuantizeOptions() {}

  /** How many values the result can take; required. */
  public MLFakeQuantizeOptions levels(long value) {
    return set(FakeQuantize.LEVELS, value);
  }

  public MLFakeQuantizeOptions autoBroadcast(MLAutoBroadcast value) {
    return set(FakeQuantize.AUTO_BROADCAST, value);
  }
}
