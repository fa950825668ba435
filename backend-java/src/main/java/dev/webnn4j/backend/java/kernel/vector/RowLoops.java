package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Accumulation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Accumulates neighbouring floats to one, in four vectors in turn, which hides the time an addition
 * takes. Each accumulation has a loop of its own: with a choice inside, C2 would keep the vectors
 * on the heap.
 */
final class RowLoops {
  private static final long STEP = 4 * Lanes.BYTES;

  private RowLoops() {}

  /**
   * @param x the address of the first float
   * @param shift what is subtracted where the accumulation says so
   */
  static double accumulate(Accumulation what, long x, int count, float shift) {
    int inVectors = count - count % Lanes.LENGTH;
    long end = x + 4L * inVectors;
    double sum = what.neutral();
    if (inVectors > 0) {
      sum =
          switch (what) {
            case SUM -> sum(x, end);
            case MAGNITUDES -> magnitudes(x, end);
            case SQUARES -> deviations(x, end, 0);
            case PRODUCT -> product(x, end);
            case MAX -> max(x, end);
            case MIN -> min(x, end);
            case EXPONENTIALS -> exponentials(x, end, shift);
            case DEVIATIONS -> deviations(x, end, shift);
          };
    }
    for (long rest = end; rest < x + 4L * count; rest += 4) {
      sum = what.add(sum, Lanes.get(rest), shift);
    }
    return sum;
  }

  private static float sum(long from, long end) {
    FloatVector sum0 = Lanes.zero();
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    long x = from;
    for (; x <= end - STEP; x += STEP) {
      sum0 = sum0.add(Lanes.load(x));
      sum1 = sum1.add(Lanes.load(x + Lanes.BYTES));
      sum2 = sum2.add(Lanes.load(x + 2 * Lanes.BYTES));
      sum3 = sum3.add(Lanes.load(x + 3 * Lanes.BYTES));
    }
    for (; x < end; x += Lanes.BYTES) {
      sum0 = sum0.add(Lanes.load(x));
    }
    return AcrossLanes.sum(sum0.add(sum1).add(sum2.add(sum3)));
  }

  private static float magnitudes(long from, long end) {
    FloatVector sum0 = Lanes.zero();
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    long x = from;
    for (; x <= end - STEP; x += STEP) {
      sum0 = sum0.add(Lanes.load(x).abs());
      sum1 = sum1.add(Lanes.load(x + Lanes.BYTES).abs());
      sum2 = sum2.add(Lanes.load(x + 2 * Lanes.BYTES).abs());
      sum3 = sum3.add(Lanes.load(x + 3 * Lanes.BYTES).abs());
    }
    for (; x < end; x += Lanes.BYTES) {
      sum0 = sum0.add(Lanes.load(x).abs());
    }
    return AcrossLanes.sum(sum0.add(sum1).add(sum2.add(sum3)));
  }

  private static float product(long from, long end) {
    FloatVector sum0 = Lanes.broadcast(1f);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    long x = from;
    for (; x <= end - STEP; x += STEP) {
      sum0 = sum0.mul(Lanes.load(x));
      sum1 = sum1.mul(Lanes.load(x + Lanes.BYTES));
      sum2 = sum2.mul(Lanes.load(x + 2 * Lanes.BYTES));
      sum3 = sum3.mul(Lanes.load(x + 3 * Lanes.BYTES));
    }
    for (; x < end; x += Lanes.BYTES) {
      sum0 = sum0.mul(Lanes.load(x));
    }
    return AcrossLanes.product(sum0.mul(sum1).mul(sum2.mul(sum3)));
  }

  private static float max(long from, long end) {
    FloatVector sum0 = Lanes.broadcast(Float.NEGATIVE_INFINITY);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    long x = from;
    for (; x <= end - STEP; x += STEP) {
      sum0 = sum0.max(Lanes.load(x));
      sum1 = sum1.max(Lanes.load(x + Lanes.BYTES));
      sum2 = sum2.max(Lanes.load(x + 2 * Lanes.BYTES));
      sum3 = sum3.max(Lanes.load(x + 3 * Lanes.BYTES));
    }
    for (; x < end; x += Lanes.BYTES) {
      sum0 = sum0.max(Lanes.load(x));
    }
    return sum0.max(sum1).max(sum2.max(sum3)).reduceLanes(VectorOperators.MAX);
  }

  private static float min(long from, long end) {
    FloatVector sum0 = Lanes.broadcast(Float.POSITIVE_INFINITY);
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    long x = from;
    for (; x <= end - STEP; x += STEP) {
      sum0 = sum0.min(Lanes.load(x));
      sum1 = sum1.min(Lanes.load(x + Lanes.BYTES));
      sum2 = sum2.min(Lanes.load(x + 2 * Lanes.BYTES));
      sum3 = sum3.min(Lanes.load(x + 3 * Lanes.BYTES));
    }
    for (; x < end; x += Lanes.BYTES) {
      sum0 = sum0.min(Lanes.load(x));
    }
    return sum0.min(sum1).min(sum2.min(sum3)).reduceLanes(VectorOperators.MIN);
  }

  /** In one vector: an exponential takes longer than an addition, and is inlined but once. */
  private static float exponentials(long from, long end, float shift) {
    FloatVector sum = Lanes.zero();
    for (long x = from; x < end; x += Lanes.BYTES) {
      sum = sum.add(Exponential.exp(Lanes.load(x).sub(shift)));
    }
    return AcrossLanes.sum(sum);
  }

  private static float deviations(long from, long end, float shift) {
    FloatVector sum0 = Lanes.zero();
    FloatVector sum1 = sum0;
    FloatVector sum2 = sum0;
    FloatVector sum3 = sum0;
    long x = from;
    for (; x <= end - STEP; x += STEP) {
      FloatVector deviation0 = Lanes.load(x).sub(shift);
      sum0 = deviation0.fma(deviation0, sum0);
      FloatVector deviation1 = Lanes.load(x + Lanes.BYTES).sub(shift);
      sum1 = deviation1.fma(deviation1, sum1);
      FloatVector deviation2 = Lanes.load(x + 2 * Lanes.BYTES).sub(shift);
      sum2 = deviation2.fma(deviation2, sum2);
      FloatVector deviation3 = Lanes.load(x + 3 * Lanes.BYTES).sub(shift);
      sum3 = deviation3.fma(deviation3, sum3);
    }
    for (; x < end; x += Lanes.BYTES) {
      FloatVector deviation0 = Lanes.load(x).sub(shift);
      sum0 = deviation0.fma(deviation0, sum0);
    }
    return AcrossLanes.sum(sum0.add(sum1).add(sum2.add(sum3)));
  }
}
