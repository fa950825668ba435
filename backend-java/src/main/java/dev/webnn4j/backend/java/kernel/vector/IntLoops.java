package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Accumulation;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Accumulates int32, which wraps: in any order to the same bits, so that one vector does for a sum.
 * Each accumulation has a loop of its own, as with {@link RowLoops}.
 */
final class IntLoops {
  private IntLoops() {}

  /** What changes nothing when it is joined to something. */
  static int neutral(Accumulation what) {
    return switch (what) {
      case PRODUCT -> 1;
      case MAX -> Integer.MIN_VALUE;
      case MIN -> Integer.MAX_VALUE;
      default -> 0;
    };
  }

  /** What two parts come to. */
  static int join(Accumulation what, int a, int b) {
    return switch (what) {
      case PRODUCT -> a * b;
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      default -> a + b;
    };
  }

  /** One more element. */
  private static int add(Accumulation what, int sum, int x) {
    return switch (what) {
      case MAGNITUDES -> sum + Math.abs(x);
      case SQUARES -> sum + x * x;
      case SUM, PRODUCT, MAX, MIN -> join(what, sum, x);
      case EXPONENTIALS, DEVIATIONS -> throw floatsOnly(what);
    };
  }

  private static IllegalArgumentException floatsOnly(Accumulation what) {
    return new IllegalArgumentException(what + " takes floats only");
  }

  /** What neighbouring elements come to. */
  static int accumulate(Accumulation what, long x, int count) {
    long end = x + 4L * (count - count % Lanes.LENGTH);
    int sum = neutral(what);
    if (x < end) {
      sum =
          switch (what) {
            case SUM -> sum(x, end);
            case MAGNITUDES -> magnitudes(x, end);
            case SQUARES -> squares(x, end);
            case PRODUCT -> product(x, end);
            case MAX -> max(x, end);
            case MIN -> min(x, end);
            case EXPONENTIALS, DEVIATIONS -> throw floatsOnly(what);
          };
    }
    for (long rest = end; rest < x + 4L * count; rest += 4) {
      sum = add(what, sum, Lanes.getInt(rest));
    }
    return sum;
  }

  private static int sum(long from, long end) {
    IntVector sum = IntVector.zero(Lanes.INTS);
    for (long x = from; x < end; x += Lanes.BYTES) {
      sum = sum.add(Lanes.loadInts(x));
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private static int magnitudes(long from, long end) {
    IntVector sum = IntVector.zero(Lanes.INTS);
    for (long x = from; x < end; x += Lanes.BYTES) {
      sum = sum.add(Lanes.loadInts(x).abs());
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private static int squares(long from, long end) {
    IntVector sum = IntVector.zero(Lanes.INTS);
    for (long at = from; at < end; at += Lanes.BYTES) {
      IntVector x = Lanes.loadInts(at);
      sum = sum.add(x.mul(x));
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  /** In four vectors in turn, which hides the time a multiplication takes. */
  private static int product(long from, long end) {
    IntVector product0 = IntVector.broadcast(Lanes.INTS, 1);
    IntVector product1 = product0;
    IntVector product2 = product0;
    IntVector product3 = product0;
    long x = from;
    for (; x <= end - 4 * Lanes.BYTES; x += 4 * Lanes.BYTES) {
      product0 = product0.mul(Lanes.loadInts(x));
      product1 = product1.mul(Lanes.loadInts(x + Lanes.BYTES));
      product2 = product2.mul(Lanes.loadInts(x + 2 * Lanes.BYTES));
      product3 = product3.mul(Lanes.loadInts(x + 3 * Lanes.BYTES));
    }
    for (; x < end; x += Lanes.BYTES) {
      product0 = product0.mul(Lanes.loadInts(x));
    }
    return product0.mul(product1).mul(product2.mul(product3)).reduceLanes(VectorOperators.MUL);
  }

  private static int max(long from, long end) {
    IntVector max = Lanes.loadInts(from);
    for (long x = from + Lanes.BYTES; x < end; x += Lanes.BYTES) {
      max = max.max(Lanes.loadInts(x));
    }
    return max.reduceLanes(VectorOperators.MAX);
  }

  private static int min(long from, long end) {
    IntVector min = Lanes.loadInts(from);
    for (long x = from + Lanes.BYTES; x < end; x += Lanes.BYTES) {
      min = min.min(Lanes.loadInts(x));
    }
    return min.reduceLanes(VectorOperators.MIN);
  }

  /**
   * Adds a row to accumulations that lie side by side.
   *
   * @param sums the address of the accumulations
   * @param row the address of as many elements
   */
  static void accumulate(Accumulation what, long sums, long row, int count) {
    long end = 4L * (count - count % Lanes.LENGTH);
    if (end > 0) {
      switch (what) {
        case SUM -> sum(sums, row, end);
        case MAGNITUDES -> magnitudes(sums, row, end);
        case SQUARES -> squares(sums, row, end);
        case PRODUCT -> product(sums, row, end);
        case MAX -> max(sums, row, end);
        case MIN -> min(sums, row, end);
        case EXPONENTIALS, DEVIATIONS -> throw floatsOnly(what);
      }
    }
    for (long at = end; at < 4L * count; at += 4) {
      Lanes.putInt(sums + at, add(what, Lanes.getInt(sums + at), Lanes.getInt(row + at)));
    }
  }

  private static void sum(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.storeInts(Lanes.loadInts(sums + at).add(Lanes.loadInts(row + at)), sums + at);
    }
  }

  private static void magnitudes(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.storeInts(Lanes.loadInts(sums + at).add(Lanes.loadInts(row + at).abs()), sums + at);
    }
  }

  private static void squares(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      IntVector x = Lanes.loadInts(row + at);
      Lanes.storeInts(Lanes.loadInts(sums + at).add(x.mul(x)), sums + at);
    }
  }

  private static void product(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.storeInts(Lanes.loadInts(sums + at).mul(Lanes.loadInts(row + at)), sums + at);
    }
  }

  private static void max(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.storeInts(Lanes.loadInts(sums + at).max(Lanes.loadInts(row + at)), sums + at);
    }
  }

  private static void min(long sums, long row, long end) {
    for (long at = 0; at < end; at += Lanes.BYTES) {
      Lanes.storeInts(Lanes.loadInts(sums + at).min(Lanes.loadInts(row + at)), sums + at);
    }
  }
}
