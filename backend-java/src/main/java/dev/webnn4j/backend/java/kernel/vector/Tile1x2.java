package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;

/** One row by two vectors: 2 sums in registers. */
final class Tile1x2 {
  private Tile1x2() {}

  /** See {@link Tiles}. */
  static void multiply(long a, long panel, int depth, long c) {
    FloatVector s00 = Lanes.load(panel);
    FloatVector s01 = Lanes.load(panel + Lanes.BYTES);
    long b = panel + 2 * Lanes.BYTES;
    for (long k = 0; k < 4L * depth; k += 4) {
      FloatVector b0 = Lanes.load(b);
      FloatVector b1 = Lanes.load(b + Lanes.BYTES);
      FloatVector x0 = Lanes.broadcast(a + k);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      b += 2 * Lanes.BYTES;
    }
    s00.intoMemorySegment(Lanes.EVERYTHING, c, Lanes.ORDER);
    s01.intoMemorySegment(Lanes.EVERYTHING, c + Lanes.BYTES, Lanes.ORDER);
  }
}
