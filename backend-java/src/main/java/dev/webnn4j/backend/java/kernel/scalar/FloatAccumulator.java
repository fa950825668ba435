package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Accumulation;
import dev.webnn4j.backend.java.kernel.ItemAccumulator;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Accumulates the items of a reduction in double precision. The elements of one result are dealt
 * out to lanes in turn, which are put together at the end: the JVM vectorises that as it does
 * results that lie side by side. The scratch memory of one worker.
 */
final class FloatAccumulator implements ItemAccumulator {
  private static final int LANES = 64;

  private final ReductionPlan plan;
  private final ReductionPlan.Runs runs;
  private final Floats floats;
  private final float[] row = new float[ReductionPlan.BLOCK];
  private final double[] sums = new double[ReductionPlan.BLOCK];
  private final double[] shifts = new double[ReductionPlan.BLOCK];

  FloatAccumulator(ReductionPlan plan, Floats floats) {
    this.plan = plan;
    this.runs = plan.runs();
    this.floats = floats;
  }

  static FloatAccumulator[] forWorkers(int workers, ReductionPlan plan, Floats floats) {
    FloatAccumulator[] accumulators = new FloatAccumulator[workers];
    Arrays.setAll(accumulators, _ -> new FloatAccumulator(plan, floats));
    return accumulators;
  }

  @Override
  public double sum(int result) {
    return sums[result];
  }

  @Override
  public double shift(int result) {
    return shifts[result];
  }

  @Override
  public void setShift(int result, double shift) {
    shifts[result] = shift;
  }

  @Override
  public void accumulate(Accumulation what, MemorySegment input, long item) {
    int lanes = plan.isSideBySide() ? plan.resultsOf(item) : LANES;
    Arrays.fill(sums, 0, lanes, what.neutral());
    if (!plan.isSideBySide()) {
      Arrays.fill(shifts, 1, LANES, shifts[0]);
    }
    runs.begin(item);
    while (runs.next()) {
      for (int done = 0; done < runs.count(); done += row.length) {
        int count = Math.min(row.length, runs.count() - done);
        floats.load(input, runs.start() + done, row, 0, count);
        for (int from = 0; from < count; from += lanes) {
          add(what, from, Math.min(lanes, count - from));
        }
      }
    }
    if (!plan.isSideBySide()) {
      fold(what);
    }
  }

  private void fold(Accumulation what) {
    for (int width = LANES / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        sums[i] = what.join(sums[i], sums[i + width]);
      }
    }
  }

  private void add(Accumulation what, int from, int count) {
    switch (what) {
      case SUM -> {
        for (int i = 0; i < count; i++) {
          sums[i] += row[from + i];
        }
      }
      case MAGNITUDES -> {
        for (int i = 0; i < count; i++) {
          sums[i] += Math.abs(row[from + i]);
        }
      }
      case SQUARES -> {
        for (int i = 0; i < count; i++) {
          sums[i] += (double) row[from + i] * row[from + i];
        }
      }
      case PRODUCT -> {
        for (int i = 0; i < count; i++) {
          sums[i] *= row[from + i];
        }
      }
      case MAX -> {
        for (int i = 0; i < count; i++) {
          sums[i] = Math.max(sums[i], row[from + i]);
        }
      }
      case MIN -> {
        for (int i = 0; i < count; i++) {
          sums[i] = Math.min(sums[i], row[from + i]);
        }
      }
      case EXPONENTIALS -> {
        for (int i = 0; i < count; i++) {
          sums[i] += Math.exp(row[from + i] - shifts[i]);
        }
      }
      case DEVIATIONS -> {
        for (int i = 0; i < count; i++) {
          double deviation = row[from + i] - shifts[i];
          sums[i] += deviation * deviation;
        }
      }
    }
  }
}
