package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Accumulation;
import dev.webnn4j.backend.java.kernel.ItemAccumulator;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Accumulates the items of a reduction with vectors. Results that lie side by side are lanes of
 * vectors in memory that stay in the first-level cache, to which row after row is added. One result
 * is accumulated piece by piece in four vectors in turn, which hides the time an addition takes;
 * the pieces are put together in double precision.
 */
final class FloatAccumulator implements ItemAccumulator {
  /** So short that no sum of a lane takes many roundings. */
  private static final int PIECE = 1 << 12;

  private final ReductionPlan plan;
  private final ReductionPlan.Runs runs;

  /** Where the results' accumulations and shifts are in memory. */
  private final long sums;

  private final long shifts;

  /** The accumulation of an item with one result. */
  private double sum;

  private FloatAccumulator(ReductionPlan plan, long sums, long shifts) {
    this.plan = plan;
    this.runs = plan.runs();
    this.sums = sums;
    this.shifts = shifts;
  }

  static FloatAccumulator[] forWorkers(KernelContext context, ReductionPlan plan) {
    long bytes = 4L * ReductionPlan.BLOCK;
    FloatAccumulator[] accumulators = new FloatAccumulator[context.workers()];
    Arrays.setAll(
        accumulators,
        _ ->
            new FloatAccumulator(
                plan, context.allocate(bytes).address(), context.allocate(bytes).address()));
    return accumulators;
  }

  /** Where the accumulations of results that lie side by side are. */
  long sums() {
    return sums;
  }

  @Override
  public double sum(int result) {
    return plan.isSideBySide() ? Lanes.get(sums + 4L * result) : sum;
  }

  @Override
  public double shift(int result) {
    return Lanes.get(shifts + 4L * result);
  }

  @Override
  public void setShift(int result, double shift) {
    Lanes.put(shifts + 4L * result, (float) shift);
  }

  @Override
  public void accumulate(Accumulation what, MemorySegment input, long item) {
    long address = input.address();
    runs.begin(item);
    if (plan.isSideBySide()) {
      int count = plan.resultsOf(item);
      Lanes.fill(what.neutral(), sums, count);
      while (runs.next()) {
        ColumnLoops.accumulate(what, sums, address + 4 * runs.start(), shifts, count);
      }
      return;
    }
    float shift = Lanes.get(shifts);
    sum = what.neutral();
    while (runs.next()) {
      for (int done = 0; done < runs.count(); done += PIECE) {
        int count = Math.min(PIECE, runs.count() - done);
        long x = address + 4 * (runs.start() + done);
        sum = what.join(sum, RowLoops.accumulate(what, x, count, shift));
      }
    }
  }
}
