package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.op.Resample2d;

/** Which elements of one input axis make each element of the resized one, and how much of each. */
final class ResampleAxis {
  private final int[] nearest;
  private final int[] low;
  private final int[] high;
  private final float[] highWeight;

  /** An axis that stays as it is. */
  static ResampleAxis same(int size) {
    return new ResampleAxis(MLCoordinateTransformation.ASYMMETRIC, size, size);
  }

  /** Coordinates are computed in double: in float they would stray over the middle of pixels. */
  ResampleAxis(MLCoordinateTransformation transformation, int inputSize, int outputSize) {
    nearest = new int[outputSize];
    low = new int[outputSize];
    high = new int[outputSize];
    highWeight = new float[outputSize];
    for (int i = 0; i < outputSize; i++) {
      double point = Resample2d.coordinate(transformation, i, inputSize, outputSize);
      nearest[i] = (int) Math.ceil(point - 0.5);
      low[i] = (int) point;
      highWeight[i] = (float) (point - low[i]);
      high[i] = Math.min(low[i] + 1, inputSize - 1);
    }
  }

  /** The nearest element; of two the first. */
  int nearest(int i) {
    return nearest[i];
  }

  /** The elements around the point, the first and the second. */
  int neighbour(int i, boolean second) {
    return second ? high[i] : low[i];
  }

  float weight(int i, boolean second) {
    return second ? highWeight[i] : 1 - highWeight[i];
  }

  /** Interpolates a row. */
  void blend(float[] from, float[] to) {
    for (int i = 0; i < low.length; i++) {
      float weight = highWeight[i];
      // A weight of 0 must not make NaN of an infinity.
      to[i] = weight == 0 ? from[low[i]] : from[low[i]] * (1 - weight) + from[high[i]] * weight;
    }
  }
}
