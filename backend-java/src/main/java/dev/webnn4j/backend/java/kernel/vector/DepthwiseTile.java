package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;

/**
 * Four pixels in a row of a depthwise convolution with windows three taps wide, which share the
 * pixels of the input: six vectors are loaded for twelve products. As {@link Tiles} explains, a
 * tile is written out, stores for itself, and has no more vectors than the JVM's compilers take.
 */
final class DepthwiseTile {
  private DepthwiseTile() {}

  /**
   * Stores sums.
   *
   * @param bytes of the channels, whole vectors
   * @param from the first pixel of the first row that the windows meet
   * @param pixelStep bytes from one pixel to the next, as the windows meet them; in the result too
   * @param rowStep bytes from one row to the next that the windows meet
   * @param rows how many rows those are
   * @param bias where the sums begin
   * @param taps the filter for the first of the rows
   * @param tapStep bytes from one tap to the next
   * @param to the first pixel of the result
   */
  static void convolve(
      long bytes,
      long from,
      long pixelStep,
      long rowStep,
      int rows,
      long bias,
      long taps,
      long tapStep,
      long to) {
    for (long c = 0; c < bytes; c += Lanes.BYTES) {
      FloatVector s0 = Lanes.load(bias + c);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      long at = from + c;
      long tap = taps + c;
      for (int row = 0; row < rows; row++) {
        FloatVector w0 = Lanes.load(tap);
        FloatVector w1 = Lanes.load(tap + tapStep);
        FloatVector w2 = Lanes.load(tap + 2 * tapStep);
        FloatVector x0 = Lanes.load(at);
        FloatVector x1 = Lanes.load(at + pixelStep);
        FloatVector x2 = Lanes.load(at + 2 * pixelStep);
        FloatVector x3 = Lanes.load(at + 3 * pixelStep);
        FloatVector x4 = Lanes.load(at + 4 * pixelStep);
        FloatVector x5 = Lanes.load(at + 5 * pixelStep);
        s0 = x2.fma(w2, x1.fma(w1, x0.fma(w0, s0)));
        s1 = x3.fma(w2, x2.fma(w1, x1.fma(w0, s1)));
        s2 = x4.fma(w2, x3.fma(w1, x2.fma(w0, s2)));
        s3 = x5.fma(w2, x4.fma(w1, x3.fma(w0, s3)));
        at += rowStep;
        tap += 3 * tapStep;
      }
      Lanes.store(s0, to + c);
      Lanes.store(s1, to + pixelStep + c);
      Lanes.store(s2, to + 2 * pixelStep + c);
      Lanes.store(s3, to + 3 * pixelStep + c);
    }
  }
}
