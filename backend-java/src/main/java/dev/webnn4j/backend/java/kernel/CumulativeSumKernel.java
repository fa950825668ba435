package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.CumulativeSum;

/**
 * Running sums. Long lanes are summed chunk by chunk first; then every chunk knows what comes
 * before it.
 */
public final class CumulativeSumKernel extends ChunkedKernel {
  private final boolean reversed;
  private final int results;
  private final RunningSums[] sums;
  private final Phase running;

  /** The size of the axis, and the distance of neighbours along it. */
  private final long size;

  private final long step;

  /**
   * @param sums one for each worker; they share a table of as many places as {@link #places} says
   */
  public CumulativeSumKernel(Node node, ReductionPlan plan, RunningSums[] sums) {
    super(plan);
    this.sums = sums;
    Shape shape = node.result().shape();
    int axis = node.call().axis(CumulativeSum.AXIS, shape.rank());
    size = shape.dim(axis);
    step = shape.elementCount(axis + 1, shape.rank());
    reversed = node.get(CumulativeSum.REVERSED);
    results = Math.toIntExact(plan.results());
    running = new Phase(plan.items(), plan.elementsOfItem(), this::write);
  }

  /** How the lanes of a node's input are walked: a lane is what a sum of all would reduce. */
  public static ReductionPlan plan(Node node) {
    Shape shape = node.result().shape();
    return ReductionPlan.of(shape, new int[] {node.call().axis(CumulativeSum.AXIS, shape.rank())});
  }

  /** The sums that must be kept: of each chunk, where there are several. */
  public static int places(ReductionPlan plan) {
    return plan.chunks() == 1 ? 0 : Math.toIntExact(plan.results() * plan.chunks());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    if (plan.chunks() > 1) {
      super.run(buffers, workers);
    }
    running.run(buffers, workers);
  }

  @Override
  protected void item(Buffers buffers, long item, int worker) {
    sums[worker].clear(plan.resultsOf(item));
    advance(buffers, item, sums[worker], false);
    sums[worker].save(place(item), plan.resultsOf(item));
  }

  @Override
  protected void join(Buffers buffers, long result, int worker) {
    sums[worker].accumulate((int) result, results, (int) plan.chunks());
  }

  private void write(Buffers buffers, long item, int worker) {
    if (plan.chunks() > 1) {
      sums[worker].restore(place(item), plan.resultsOf(item));
    } else {
      sums[worker].clear(plan.resultsOf(item));
    }
    advance(buffers, item, sums[worker], true);
  }

  private int place(long item) {
    return (int) (plan.chunk(item) * results + plan.firstResult(item));
  }

  private void advance(Buffers buffers, long item, RunningSums sum, boolean write) {
    long chunk = plan.chunk(item);
    long length = plan.chunkLength(chunk);
    // A result of the plan is a lane here; both are counted in row-major order without the axis.
    long lane = plan.firstResult(item);
    long start = lane / step * size * step + lane % step;
    long from = start + chunk * plan.chunkLength(0) * step;
    if (plan.isSideBySide()) {
      int count = plan.resultsOf(item);
      for (long k = 0; k < length; k++) {
        long at = from + (reversed ? length - 1 - k : k) * step;
        sum.step(buffers, at, count, write);
      }
      return;
    }
    for (long done = 0; done < length; done += RunningSums.BLOCK) {
      int count = (int) Math.min(RunningSums.BLOCK, length - done);
      long at = from + (reversed ? length - done - count : done);
      sum.block(buffers, at, count, write);
    }
  }
}
