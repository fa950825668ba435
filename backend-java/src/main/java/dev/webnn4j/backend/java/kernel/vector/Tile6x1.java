package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Six rows by one vector: 6 sums in registers. */
final class Tile6x1 {
  private Tile6x1() {}

  /** See {@link Tiles#multiply}. */
  static void multiply(
      long a,
      long aStep,
      long panel,
      int depth,
      long c,
      long cStep,
      long residual,
      Epilogue epilogue,
      VectorMask<Float> lastVector) {
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
    Tiles.store(s00, c, residual, epilogue, lastVector);
    Tiles.store(s10, c + cStep, residual + cStep, epilogue, lastVector);
    Tiles.store(s20, c + 2 * cStep, residual + 2 * cStep, epilogue, lastVector);
    Tiles.store(s30, c + 3 * cStep, residual + 3 * cStep, epilogue, lastVector);
    Tiles.store(s40, c + 4 * cStep, residual + 4 * cStep, epilogue, lastVector);
    Tiles.store(s50, c + 5 * cStep, residual + 5 * cStep, epilogue, lastVector);
  }
}
