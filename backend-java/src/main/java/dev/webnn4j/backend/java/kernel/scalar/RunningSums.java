package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;

/** The sums so far of some lanes, and how they go on. The scratch memory of one worker. */
abstract class RunningSums {
  /** Elements taken at once. */
  static final int BLOCK = 1024;

  /** Whether an element's sum is of those before it alone. */
  protected final boolean exclusive;

  protected final boolean reversed;

  RunningSums(boolean exclusive, boolean reversed) {
    this.exclusive = exclusive;
    this.reversed = reversed;
  }

  /** Lets some lanes begin with 0. */
  abstract void clear(int lanes);

  /** Puts the sums of some lanes into the table that the workers share. */
  abstract void save(int place, int lanes);

  /** Takes them from there. */
  abstract void restore(int place, int lanes);

  /** Turns the sums of a lane's chunks into the sums of the chunks before each. */
  abstract void accumulate(int place, int step, int chunks);

  /**
   * Adds the next element of each lane, which lie side by side.
   *
   * @param write whether to write the sums
   */
  abstract void step(Buffers buffers, long from, int lanes, boolean write);

  /** Adds a block of neighbouring elements to one lane, in the order of the summation. */
  abstract void block(Buffers buffers, long from, int count, boolean write);
}
