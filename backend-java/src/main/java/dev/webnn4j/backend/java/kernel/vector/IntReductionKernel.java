package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Accumulation;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.ChunkedKernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Reductions of int32, which wrap. */
final class IntReductionKernel extends ChunkedKernel {
  private static final long SCRATCH_BYTES = 4L * ReductionPlan.BLOCK;

  private final Accumulation what;
  private final ReductionPlan.Runs[] runs;

  /** For each worker, what results that lie side by side have come to. */
  private final MemorySegment scratch;

  /** What the chunks came to, where there are several. */
  private final MemorySegment partial;

  IntReductionKernel(ReductionPlan plan, Accumulation what, KernelContext context) {
    super(plan);
    this.what = what;
    runs = new ReductionPlan.Runs[context.workers()];
    Arrays.setAll(runs, _ -> plan.runs());
    scratch = context.allocate(SCRATCH_BYTES * context.workers());
    partial = context.allocate(plan.chunks() == 1 ? 0 : 4 * plan.results() * plan.chunks());
  }

  @Override
  protected void item(Buffers buffers, long item, int worker) {
    long input = buffers.input(0).address();
    long results = plan.chunks() == 1 ? buffers.output().address() : chunk(plan.chunk(item));
    long result = results + 4 * plan.firstResult(item);
    ReductionPlan.Runs run = runs[worker];
    run.begin(item);
    if (!plan.isSideBySide()) {
      int sum = IntLoops.neutral(what);
      while (run.next()) {
        long x = input + 4 * run.start();
        sum = IntLoops.join(what, sum, IntLoops.accumulate(what, x, run.count()));
      }
      Lanes.putInt(result, sum);
      return;
    }
    int count = plan.resultsOf(item);
    long sums = scratch.address() + SCRATCH_BYTES * worker;
    Lanes.fill(Float.intBitsToFloat(IntLoops.neutral(what)), sums, count);
    while (run.next()) {
      IntLoops.accumulate(what, sums, input + 4 * run.start(), count);
    }
    Lanes.copy(sums, result, count);
  }

  private long chunk(long chunk) {
    return partial.address() + 4 * chunk * plan.results();
  }

  @Override
  protected void join(Buffers buffers, long result, int worker) {
    int joined = IntLoops.neutral(what);
    for (long chunk = 0; chunk < plan.chunks(); chunk++) {
      joined = IntLoops.join(what, joined, Lanes.getInt(chunk(chunk) + 4 * result));
    }
    Lanes.putInt(buffers.output().address() + 4 * result, joined);
  }
}
