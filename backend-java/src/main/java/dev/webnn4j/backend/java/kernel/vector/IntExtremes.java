package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Where the first extreme int32 is. The complement turns the order round, so that there is but the
 * greatest to search: without a choice in the loop.
 */
final class IntExtremes {
  /** All bits where the least is meant. */
  private final int complement;

  IntExtremes(boolean max) {
    complement = max ? 0 : -1;
  }

  /** The index in a row. */
  int index(long row, int length) {
    int whole = length - length % Lanes.LENGTH;
    int greatest = Integer.MIN_VALUE;
    if (whole > 0) {
      greatest = greatest(row, row + 4L * whole);
    }
    for (int i = whole; i < length; i++) {
      greatest = Math.max(greatest, Lanes.getInt(row + 4L * i) ^ complement);
    }
    return find(row, length, greatest ^ complement);
  }

  private int greatest(long from, long end) {
    IntVector greatest = Lanes.loadInts(from).lanewise(VectorOperators.XOR, complement);
    for (long x = from + Lanes.BYTES; x < end; x += Lanes.BYTES) {
      greatest = greatest.max(Lanes.loadInts(x).lanewise(VectorOperators.XOR, complement));
    }
    return greatest.reduceLanes(VectorOperators.MAX);
  }

  /** The first index of what is there. */
  private static int find(long row, int length, int value) {
    int i = 0;
    for (; i <= length - Lanes.LENGTH; i += Lanes.LENGTH) {
      long found = Lanes.loadInts(row + 4L * i).compare(VectorOperators.EQ, value).toLong();
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found);
      }
    }
    while (Lanes.getInt(row + 4L * i) != value) {
      i++;
    }
    return i;
  }

  /**
   * The indices in columns that lie side by side.
   *
   * @param stepBytes from one element of a column to the next
   * @param places where the indices go, a whole vector of them
   */
  void indices(long from, int columns, int size, long stepBytes, long places) {
    VectorMask<Integer> mask = Lanes.firstInts(columns);
    IntVector best = Lanes.loadInts(from, mask).lanewise(VectorOperators.XOR, complement);
    IntVector place = IntVector.zero(Lanes.INTS);
    for (int i = 1; i < size; i++) {
      IntVector x = Lanes.loadInts(from + i * stepBytes, mask);
      IntVector value = x.lanewise(VectorOperators.XOR, complement);
      VectorMask<Integer> better = value.compare(VectorOperators.GT, best);
      best = best.max(value);
      place = place.blend(i, better);
    }
    Lanes.storeInts(place, places);
  }
}
