package dev.webnn4j.examples.segmentation;

/**
 * Resizes pictures with a triangle as wide as the pixels it makes, so that nothing is skipped when
 * they shrink: what Pillow calls bilinear, with which such networks are trained.
 */
final class Resize {
  private static final int CHANNELS = 3;

  private Resize() {}

  static float[] triangle(float[] pixels, int width, int height, int newWidth, int newHeight) {
    float[] narrow = alongRows(pixels, width, height, newWidth);
    return alongColumns(narrow, newWidth, height, newHeight);
  }

  private static float[] alongRows(float[] pixels, int width, int height, int newWidth) {
    if (newWidth == width) {
      return pixels;
    }
    float[] result = new float[CHANNELS * newWidth * height];
    for (int x = 0; x < newWidth; x++) {
      Window window = Window.of(x, width, newWidth);
      for (int y = 0; y < height; y++) {
        window.blend(pixels, CHANNELS * y * width, CHANNELS, result, CHANNELS * (y * newWidth + x));
      }
    }
    return result;
  }

  private static float[] alongColumns(float[] pixels, int width, int height, int newHeight) {
    if (newHeight == height) {
      return pixels;
    }
    float[] result = new float[CHANNELS * width * newHeight];
    for (int y = 0; y < newHeight; y++) {
      Window window = Window.of(y, height, newHeight);
      for (int x = 0; x < width; x++) {
        window.blend(pixels, CHANNELS * x, CHANNELS * width, result, CHANNELS * (y * width + x));
      }
    }
    return result;
  }

  /** The pixels along one axis that make a new one, and how much each counts. */
  @SuppressWarnings("ArrayRecordComponent") // Lives within this class only.
  private record Window(int first, float[] weights) {
    static Window of(int position, int size, int newSize) {
      double scale = (double) size / newSize;
      double reach = Math.max(1, scale);
      double center = (position + 0.5) * scale;
      int first = (int) Math.max(0, center - reach + 0.5);
      int end = (int) Math.min(size, center + reach + 0.5);
      float[] weights = new float[end - first];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        double distance = Math.abs(first + i + 0.5 - center) / reach;
        weights[i] = (float) Math.max(0, 1 - distance);
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) (weights[i] / sum);
      }
      return new Window(first, weights);
    }

    void blend(float[] from, int start, int step, float[] to, int at) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * from[start + (first + i) * step + channel];
        }
        to[at + channel] = Math.round(sum);
      }
    }
  }
}
