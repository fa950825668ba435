package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;

/** Four rows by two vectors: 8 sums in registers. */
final class Tile4x2 {
  private Tile4x2() {}

  /** See {@link Tiles}. */
  static void multiply(long a, long aStep, long panel, int depth, long c, long cStep) {
    FloatVector s00 = Lanes.load(panel);
    FloatVector s01 = Lanes.load(panel + Lanes.BYTES);
    FloatVector s10 = s00;
    FloatVector s11 = s01;
    FloatVector s20 = s00;
    FloatVector s21 = s01;
    FloatVector s30 = s00;
    FloatVector s31 = s01;
    long a1 = a + aStep;
    long a2 = a1 + aStep;
    long a3 = a2 + aStep;
    long b = panel + 2 * Lanes.BYTES;
    for (long k = 0; k < 4L * depth; k += 4) {
      FloatVector b0 = Lanes.load(b);
      FloatVector b1 = Lanes.load(b + Lanes.BYTES);
      FloatVector x0 = Lanes.broadcast(a + k);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = Lanes.broadcast(a1 + k);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = Lanes.broadcast(a2 + k);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = Lanes.broadcast(a3 + k);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      b += 2 * Lanes.BYTES;
    }
    s00.intoMemorySegment(Lanes.EVERYTHING, c, Lanes.ORDER);
    s01.intoMemorySegment(Lanes.EVERYTHING, c + Lanes.BYTES, Lanes.ORDER);
    long c1 = c + cStep;
    s10.intoMemorySegment(Lanes.EVERYTHING, c1, Lanes.ORDER);
    s11.intoMemorySegment(Lanes.EVERYTHING, c1 + Lanes.BYTES, Lanes.ORDER);
    long c2 = c1 + cStep;
    s20.intoMemorySegment(Lanes.EVERYTHING, c2, Lanes.ORDER);
    s21.intoMemorySegment(Lanes.EVERYTHING, c2 + Lanes.BYTES, Lanes.ORDER);
    long c3 = c2 + cStep;
    s30.intoMemorySegment(Lanes.EVERYTHING, c3, Lanes.ORDER);
    s31.intoMemorySegment(Lanes.EVERYTHING, c3 + Lanes.BYTES, Lanes.ORDER);
  }
}
