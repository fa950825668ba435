package dev.webnn4j;

import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Gather;
import dev.webnn4j.op.GatherElements;

/** Options of gather and gatherElements; see {@link Gather} and {@link GatherElements}. */
public final class MLGatherOptions extends MLOptions<MLGatherOptions> {
  private final Attribute<Long> axis;

  MLGatherOptions(Attribute<Long> axis) {
    this.axis = axis;
  }

  /** The axis that the indices are for; 0 unless set. */
  public MLGatherOptions axis(int value) {
    return set(axis, (long) value);
  }
}
