package dev.webnn4j.backend.java.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Accumulates an item of a reduction of floats, as a tier does it. Holds what came of each of the
 * item's results until the next accumulation. Belongs to one worker.
 */
public interface ItemAccumulator {
  void accumulate(Accumulation what, MemorySegment input, long item);

  /** What the last accumulation gave for one of the item's results. */
  double sum(int result);

  double shift(int result);

  /** Says what the next accumulation subtracts from the elements of one of the item's results. */
  void setShift(int result, double shift);
}
