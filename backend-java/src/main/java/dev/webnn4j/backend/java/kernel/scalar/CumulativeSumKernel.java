package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.ChunkedKernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.CumulativeSum;
import java.util.Arrays;

/**
 * Running sums. Long lanes are summed chunk by chunk first; then every chunk knows what comes
 * before it.
 */
final class CumulativeSumKernel extends ChunkedKernel {
  private final Lanes lanes;
  private final boolean reversed;
  private final int results;
  private final RunningSums[] sums;
  private final Phase running;

  private CumulativeSumKernel(Node node, KernelContext context, ReductionPlan plan, Lanes lanes) {
    super(plan);
    this.lanes = lanes;
    reversed = node.get(CumulativeSum.REVERSED);
    results = Math.toIntExact(plan.results());
    boolean exclusive = node.get(CumulativeSum.EXCLUSIVE);
    MLOperandDataType type = node.result().type().dataType();
    int places = plan.chunks() == 1 ? 0 : Math.toIntExact(plan.results() * plan.chunks());
    double[] reals = new double[type.isFloat() ? places : 0];
    long[] integers = new long[type.isFloat() ? 0 : places];
    sums = new RunningSums[context.workers()];
    Arrays.setAll(
        sums,
        _ ->
            type.isFloat()
                ? new FloatRunningSums(Floats.of(type), reals, exclusive, reversed)
                : new IntegerRunningSums(Integers.of(type), integers, exclusive, reversed));
    running = new Phase(plan.items(), plan.elementsOfItem(), this::write);
  }

  static Candidate offer(Node node, KernelContext context) {
    Shape shape = node.result().shape();
    int axis = node.call().axis(CumulativeSum.AXIS, shape.rank());
    ReductionPlan plan = ReductionPlan.of(shape, new int[] {axis});
    return Candidate.accept(
        "cumulativeSum", new CumulativeSumKernel(node, context, plan, Lanes.of(shape, axis)));
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
    long from = lanes.start(plan.firstResult(item)) + chunk * plan.chunkLength(0) * lanes.step();
    if (plan.isSideBySide()) {
      int count = plan.resultsOf(item);
      for (long k = 0; k < length; k++) {
        long at = from + (reversed ? length - 1 - k : k) * lanes.step();
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
