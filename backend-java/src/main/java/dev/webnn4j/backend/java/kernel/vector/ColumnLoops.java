package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Accumulation;
import jdk.incubator.vector.FloatVector;

/**
 * Adds a row to accumulations that lie side by side. Each accumulation has a loop of its own: with
 * a choice inside, C2 would keep the vectors on the heap.
 */
final class ColumnLoops {
  private ColumnLoops() {}

  /**
   * All three are addresses of as many floats.
   *
   * @param sums where the accumulations are
   * @param row what is added
   * @param shifts what is subtracted where the accumulation says so
   */
  static void accumulate(Accumulation what, long sums, long row, long shifts, int count) {
    long end = 4L * (count - count % Lanes.LENGTH);
    if (end > 0) {
      switch (what) {
        case SUM -> sum(sums, row, end);
        case MAGNITUDES -> magnitudes(sums, row, end);
        case SQUARES -> squares(sums, row, end);
        case PRODUCT -> product(sums, row, end);
        case MAX -> max(sums, row, end);
        case MIN -> min(sums, row, end);
        case EXPONENTIALS -> exponentials(sums, row, shifts, end);
        case DEVIATIONS -> deviations(sums, row, shifts, end);
      }
    }
    for (long at = end; at < 4L * count; at += 4) {
      double sum = what.add(Lanes.get(sums + at), Lanes.get(row + at), Lanes.get(shifts + at));
      Lanes.put(sums + at, (float) sum);
    }
  }

  private static void sum(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.store(Lanes.load(sums + at).add(Lanes.load(row + at)), sums + at);
    }
  }

  private static void magnitudes(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.store(Lanes.load(sums + at).add(Lanes.load(row + at).abs()), sums + at);
    }
  }

  private static void squares(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      FloatVector x = Lanes.load(row + at);
      Lanes.store(x.fma(x, Lanes.load(sums + at)), sums + at);
    }
  }

  private static void product(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.store(Lanes.load(sums + at).mul(Lanes.load(row + at)), sums + at);
    }
  }

  private static void max(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.store(Lanes.load(sums + at).max(Lanes.load(row + at)), sums + at);
    }
  }

  private static void min(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.store(Lanes.load(sums + at).min(Lanes.load(row + at)), sums + at);
    }
  }

  private static void exponentials(long sums, long row, long shifts, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      FloatVector x = Lanes.load(row + at).sub(Lanes.load(shifts + at));
      Lanes.store(Lanes.load(sums + at).add(Exponential.exp(x)), sums + at);
    }
  }

  private static void deviations(long sums, long row, long shifts, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      FloatVector x = Lanes.load(row + at).sub(Lanes.load(shifts + at));
      Lanes.store(x.fma(x, Lanes.load(sums + at)), sums + at);
    }
  }
}
