package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;

/** One row by one vector: 1 sum in registers. */
final class Tile1x1 {
  private Tile1x1() {}

  /** See {@link Tiles}. */
  static void multiply(long a, long panel, int depth, long c) {
    FloatVector s00 = Lanes.load(panel);
    long b = panel + Lanes.BYTES;
    for (long k = 0; k < 4L * depth; k += 4) {
      FloatVector b0 = Lanes.load(b);
      FloatVector x0 = Lanes.broadcast(a + k);
      s00 = x0.fma(b0, s00);
      b += Lanes.BYTES;
    }
    s00.intoMemorySegment(Lanes.EVERYTHING, c, Lanes.ORDER);
  }
}
