package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Six rows by one vector: 6 sums in registers. */
final class Tile6x1 {
  private Tile6x1() {}

  /** See {@link Tiles}. */
  static void multiply(
      long a, long aStep, long panel, int depth, long c, long cStep, VectorMask<Float> lastVector) {
    FloatVector s00 = Lanes.load(panel);
    FloatVector s10 = s00;
    FloatVector s20 = s00;
    FloatVector s30 = s00;
    FloatVector s40 = s00;
    FloatVector s50 = s00;
    long a1 = a + aStep;
    long a2 = a1 + aStep;
    long a3 = a2 + aStep;
    long a4 = a3 + aStep;
    long a5 = a4 + aStep;
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
      FloatVector x4 = Lanes.broadcast(a4 + k);
      s40 = x4.fma(b0, s40);
      FloatVector x5 = Lanes.broadcast(a5 + k);
      s50 = x5.fma(b0, s50);
      b += Lanes.BYTES;
    }
    s00.intoMemorySegment(Lanes.EVERYTHING, c, Lanes.ORDER, lastVector);
    long c1 = c + cStep;
    s10.intoMemorySegment(Lanes.EVERYTHING, c1, Lanes.ORDER, lastVector);
    long c2 = c1 + cStep;
    s20.intoMemorySegment(Lanes.EVERYTHING, c2, Lanes.ORDER, lastVector);
    long c3 = c2 + cStep;
    s30.intoMemorySegment(Lanes.EVERYTHING, c3, Lanes.ORDER, lastVector);
    long c4 = c3 + cStep;
    s40.intoMemorySegment(Lanes.EVERYTHING, c4, Lanes.ORDER, lastVector);
    long c5 = c4 + cStep;
    s50.intoMemorySegment(Lanes.EVERYTHING, c5, Lanes.ORDER, lastVector);
  }
}
