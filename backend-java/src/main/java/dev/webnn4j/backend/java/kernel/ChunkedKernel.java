package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.exec.Workers;

/**
 * A kernel on the items of a reduction, which the workers share; then, if results are made of
 * several chunks, on the results.
 */
public abstract class ChunkedKernel implements Kernel {
  private static final long ELEMENTS_OF_PART = 1 << 14;

  protected final ReductionPlan plan;
  private final Phase items;
  private final Phase results;

  protected ChunkedKernel(ReductionPlan plan) {
    this.plan = plan;
    items = new Phase(plan.items(), plan.elementsOfItem(), this::item);
    results = new Phase(plan.results(), plan.chunks(), this::join);
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    items.run(buffers, workers);
    if (plan.chunks() > 1) {
      results.run(buffers, workers);
    }
  }

  /** Accumulates an item; gives its results if they have no other chunk. */
  protected abstract void item(Buffers buffers, long item, int worker);

  /** Puts the chunks of one result together. */
  protected abstract void join(Buffers buffers, long result, int worker);

  /** Work on one of many things of equal size. */
  @FunctionalInterface
  protected interface Unit {
    void run(Buffers buffers, long index, int worker);
  }

  /** Many such, cut into parts for the workers. */
  protected static final class Phase implements Workers.Task {
    private final long count;
    private final long countOfPart;
    private final Unit unit;

    /**
     * @param cost the elements that one unit touches
     */
    public Phase(long count, long cost, Unit unit) {
      this.count = count;
      this.countOfPart = Math.ceilDiv(ELEMENTS_OF_PART, cost);
      this.unit = unit;
    }

    public void run(Buffers buffers, Workers workers) {
      workers.run(Math.toIntExact(Math.ceilDiv(count, countOfPart)), this, buffers);
    }

    @Override
    public void run(Buffers buffers, int part, int worker) {
      long end = Math.min(count, (part + 1) * countOfPart);
      for (long index = part * countOfPart; index < end; index++) {
        unit.run(buffers, index, worker);
      }
    }
  }
}
