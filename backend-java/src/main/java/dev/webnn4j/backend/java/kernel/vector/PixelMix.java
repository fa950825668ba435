package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.PixelResize;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Rows of resized pixels, a vector of channels at a time. */
final class PixelMix implements PixelResize {
  private final SamplePoints columns;
  private final int width;
  private final int channels;
  private final VectorMask<Float> lastVector;

  PixelMix(Shape shape) {
    columns = shape.columns();
    width = shape.width();
    channels = shape.channels();
    int rest = channels % Lanes.LENGTH;
    lastVector = Lanes.first(rest == 0 ? Lanes.LENGTH : rest);
  }

  @Override
  public void row(long upper, long lower, float down, long result, int worker) {
    long pixelBytes = 4L * channels;
    long target = result;
    for (int x = 0; x < width; x++) {
      long left = columns.low(x) * pixelBytes;
      long right = columns.high(x) * pixelBytes;
      if (columns.weight(x) == 0 && down == 0) {
        Lanes.copy(upper + left, target, channels);
      } else {
        blend(
            upper + left,
            upper + right,
            lower + left,
            lower + right,
            columns.weight(x),
            down,
            target);
      }
      target += pixelBytes;
    }
  }

  /** One pixel between four. */
  private void blend(
      long upperLeft,
      long upperRight,
      long lowerLeft,
      long lowerRight,
      float right,
      float down,
      long target) {
    int c = 0;
    for (; c <= channels - Lanes.LENGTH; c += Lanes.LENGTH) {
      long at = 4L * c;
      FloatVector upper = mix(Lanes.load(upperLeft + at), Lanes.load(upperRight + at), right);
      FloatVector lower = mix(Lanes.load(lowerLeft + at), Lanes.load(lowerRight + at), right);
      Lanes.store(mix(upper, lower, down), target + at);
    }
    if (c < channels) {
      long at = 4L * c;
      VectorMask<Float> m = lastVector;
      FloatVector upper = mix(Lanes.load(upperLeft + at, m), Lanes.load(upperRight + at, m), right);
      FloatVector lower = mix(Lanes.load(lowerLeft + at, m), Lanes.load(lowerRight + at, m), right);
      Lanes.store(mix(upper, lower, down), target + at, m);
    }
  }

  /** What lies between two. */
  static FloatVector mix(FloatVector from, FloatVector to, float weight) {
    // A weight of 0 must not make NaN of an infinity.
    return weight == 0 ? from : to.fma(Lanes.broadcast(weight), from.mul(1 - weight));
  }
}
