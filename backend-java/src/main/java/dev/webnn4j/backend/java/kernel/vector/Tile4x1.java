package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;

/** Four rows by one vector: 4 sums in registers. */
final class Tile4x1 {
  private Tile4x1() {}

  /** See {@link Tiles}. */
  static void multiply(long a, long aStep, long panel, int depth, long c, long cStep) {
    FloatVector s00 = Lanes.load(panel);
    FloatVector s10 = s00;
    FloatVector s20 = s00;
    FloatVector s30 = s00;
    long a1 = a + aStep;
    long a2 = a1 + aStep;
    long a3 = a2 + aStep;
    long b = panel + Lanes.BYTES;
    for (long k = 0; k < 4L * depth; k += 4) {
      FloatVector b0 = Lanes.load(b);
      FloatVector x0 = Lanes.broadcast(a + k);
      s00 = x0.fma(b0, s00);
      FloatVector x1 = Lanes.broadcast(a1 + k);
      s10 = x1.fma(b0, s10);
      FloatVector x2 = Lanes.broadcast(a2 + k);
      s20 = x2.fma(b0, s20);
      FloatVector x3 = Lanes.broadcast(a3 + k);
      s30 = x3.fma(b0, s30);
      b += Lanes.BYTES;
    }
    s00.intoMemorySegment(Lanes.EVERYTHING, c, Lanes.ORDER);
    long c1 = c + cStep;
    s10.intoMemorySegment(Lanes.EVERYTHING, c1, Lanes.ORDER);
    long c2 = c1 + cStep;
    s20.intoMemorySegment(Lanes.EVERYTHING, c2, Lanes.ORDER);
    long c3 = c2 + cStep;
    s30.intoMemorySegment(Lanes.EVERYTHING, c3, Lanes.ORDER);
  }
}
