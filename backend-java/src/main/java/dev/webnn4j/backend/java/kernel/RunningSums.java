package dev.webnn4j.backend.java.kernel;

/** The sums so far of some lanes, and how they go on. The scratch memory of one worker. */
public abstract class RunningSums {
  /** Elements taken at once. */
  public static final int BLOCK = 1024;

  /** Whether an element's sum is of those before it alone. */
  protected final boolean exclusive;

  protected final boolean reversed;

  protected RunningSums(boolean exclusive, boolean reversed) {
    this.exclusive = exclusive;
    this.reversed = reversed;
  }

  /** Lets some lanes begin with 0. */
  public abstract void clear(int lanes);

  /** Puts the sums of some lanes into the table that the workers share. */
  public abstract void save(int place, int lanes);

  /** Takes them from there. */
  public abstract void restore(int place, int lanes);

  /** Turns the sums of a lane's chunks into the sums of the chunks before each. */
  public abstract void accumulate(int place, int step, int chunks);

  /** The same in a table of floats' sums. */
  protected final void accumulate(double[] table, int place, int step, int chunks) {
    double before = 0;
    for (int i = 0; i < chunks; i++) {
      int at = place + (reversed ? chunks - 1 - i : i) * step;
      double own = table[at];
      table[at] = before;
      before += own;
    }
  }

  /**
   * Adds the next element of each lane, which lie side by side.
   *
   * @param write whether to write the sums
   */
  public abstract void step(Buffers buffers, long from, int lanes, boolean write);

  /** Adds a block of neighbouring elements to one lane, in the order of the summation. */
  public abstract void block(Buffers buffers, long from, int count, boolean write);
}
