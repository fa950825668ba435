package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * The loops of planar pooling: rows of pixels to one line, then neighbours in a line. Each has no
 * choice inside, as {@link UnaryLoops} explains.
 */
final class PoolingLoops {
  private PoolingLoops() {}

  /**
   * Adds up rows of pixels.
   *
   * @param first the address of the first row
   * @param rows how many there are, at least one
   * @param step bytes from a row to the next
   * @param to where the line goes, as long as a row
   */
  static void addRows(long first, int rows, long step, long to, int count) {
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      long at = first + 4L * i;
      FloatVector sum = Lanes.load(at);
      for (int row = 1; row < rows; row++) {
        sum = sum.add(Lanes.load(at + row * step));
      }
      Lanes.store(sum, to + 4L * i);
    }
    if (i < count) {
      long at = first + 4L * i;
      VectorMask<Float> rest = Lanes.first(count - i);
      FloatVector sum = Lanes.load(at, rest);
      for (int row = 1; row < rows; row++) {
        sum = sum.add(Lanes.load(at + row * step, rest));
      }
      Lanes.store(sum, to + 4L * i, rest);
    }
  }

  /** The same with their squares. */
  static void addSquares(long first, int rows, long step, long to, int count) {
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      long at = first + 4L * i;
      FloatVector sum = Lanes.zero();
      for (int row = 0; row < rows; row++) {
        FloatVector x = Lanes.load(at + row * step);
        sum = x.fma(x, sum);
      }
      Lanes.store(sum, to + 4L * i);
    }
    if (i < count) {
      long at = first + 4L * i;
      VectorMask<Float> rest = Lanes.first(count - i);
      FloatVector sum = Lanes.zero();
      for (int row = 0; row < rows; row++) {
        FloatVector x = Lanes.load(at + row * step, rest);
        sum = x.fma(x, sum);
      }
      Lanes.store(sum, to + 4L * i, rest);
    }
  }

  /** The same with the greatest of each column. */
  static void maxOfRows(long first, int rows, long step, long to, int count) {
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      long at = first + 4L * i;
      FloatVector max = Lanes.load(at);
      for (int row = 1; row < rows; row++) {
        max = max.max(Lanes.load(at + row * step));
      }
      Lanes.store(max, to + 4L * i);
    }
    if (i < count) {
      long at = first + 4L * i;
      VectorMask<Float> rest = Lanes.first(count - i);
      FloatVector max = Lanes.load(at, rest);
      for (int row = 1; row < rows; row++) {
        max = max.max(Lanes.load(at + row * step, rest));
      }
      Lanes.store(max, to + 4L * i, rest);
    }
  }

  /** The same with integers. */
  static void maxOfIntRows(long first, int rows, long step, long to, int count) {
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      long at = first + 4L * i;
      IntVector max = Lanes.loadInts(at);
      for (int row = 1; row < rows; row++) {
        max = max.max(Lanes.loadInts(at + row * step));
      }
      Lanes.storeInts(max, to + 4L * i);
    }
    if (i < count) {
      long at = first + 4L * i;
      VectorMask<Integer> rest = Lanes.firstInts(count - i);
      IntVector max = Lanes.loadInts(at, rest);
      for (int row = 1; row < rows; row++) {
        max = max.max(Lanes.loadInts(at + row * step, rest));
      }
      Lanes.storeInts(max, to + 4L * i, rest);
    }
  }

  /**
   * Adds up neighbours, of each element of whole vectors.
   *
   * @param taps how many neighbours
   * @param step bytes from one to the next
   */
  static void addTaps(long line, int taps, long step, long to, int count) {
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      long at = line + 4L * i;
      FloatVector sum = Lanes.load(at);
      for (int tap = 1; tap < taps; tap++) {
        sum = sum.add(Lanes.load(at + tap * step));
      }
      Lanes.store(sum, to + 4L * i);
    }
  }

  /** The same with the greatest neighbour. */
  static void maxOfTaps(long line, int taps, long step, long to, int count) {
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      long at = line + 4L * i;
      FloatVector max = Lanes.load(at);
      for (int tap = 1; tap < taps; tap++) {
        max = max.max(Lanes.load(at + tap * step));
      }
      Lanes.store(max, to + 4L * i);
    }
  }

  /** The same with integers. */
  static void maxOfIntTaps(long line, int taps, long step, long to, int count) {
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      long at = line + 4L * i;
      IntVector max = Lanes.loadInts(at);
      for (int tap = 1; tap < taps; tap++) {
        max = max.max(Lanes.loadInts(at + tap * step));
      }
      Lanes.storeInts(max, to + 4L * i);
    }
  }

  /** Roots of whole vectors, in place. */
  static void root(long line, int count) {
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      Lanes.store(Lanes.load(line + 4L * i).sqrt(), line + 4L * i);
    }
  }

  /** Divides whole vectors, in place, by {@code factor * divisors}. */
  static void divide(long line, long divisors, float factor, int count) {
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      FloatVector divisor = Lanes.load(divisors + 4L * i).mul(factor);
      Lanes.store(Lanes.load(line + 4L * i).div(divisor), line + 4L * i);
    }
  }
}
