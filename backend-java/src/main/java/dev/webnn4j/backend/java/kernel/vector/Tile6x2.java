package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Six rows by two vectors: 12 sums in registers. */
final class Tile6x2 {
  private Tile6x2() {}

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
    FloatVector s01 = Lanes.load(panel + Lanes.BYTES);
    FloatVector s10 = s00;
    FloatVector s11 = s01;
    FloatVector s20 = s00;
    FloatVector s21 = s01;
    FloatVector s30 = s00;
    FloatVector s31 = s01;
    FloatVector s40 = s00;
    FloatVector s41 = s01;
    FloatVector s50 = s00;
    FloatVector s51 = s01;
    long a1 = a + aStep;
    long a2 = a1 + aStep;
    long a3 = a2 + aStep;
    long a4 = a3 + aStep;
    long a5 = a4 + aStep;
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
      FloatVector x4 = Lanes.broadcast(a4 + k);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      FloatVector x5 = Lanes.broadcast(a5 + k);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      b += 2 * Lanes.BYTES;
    }
    Tiles.store(s00, s01, c, residual, epilogue, lastVector);
    Tiles.store(s10, s11, c + cStep, residual + cStep, epilogue, lastVector);
    Tiles.store(s20, s21, c + 2 * cStep, residual + 2 * cStep, epilogue, lastVector);
    Tiles.store(s30, s31, c + 3 * cStep, residual + 3 * cStep, epilogue, lastVector);
    Tiles.store(s40, s41, c + 4 * cStep, residual + 4 * cStep, epilogue, lastVector);
    Tiles.store(s50, s51, c + 5 * cStep, residual + 5 * cStep, epilogue, lastVector);
  }
}
