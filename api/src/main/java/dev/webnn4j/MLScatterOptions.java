package dev.webnn4j;

import dev.webnn4j.op.ScatterElements;

/** Options of scatterElements; see {@link ScatterElements}. */
public final class MLScatterOptions extends MLOptions<MLScatterOptions> {
  MLScatterOptions() {}

  /** The axis that the indices are for; 0 unless set. */
  public MLScatterOptions axis(int value) {
    return set(ScatterElements.AXIS, (long) value);
  }
}
