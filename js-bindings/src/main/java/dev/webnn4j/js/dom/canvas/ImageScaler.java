package dev.webnn4j.js.dom.canvas;

/**
 * Axis-aligned scaling as browsers do it: each target pixel's centre is mapped into the source and
 * sampled there, bilinearly on premultiplied colours or from the nearest pixel, never beyond the
 * source rectangle.
 */
final class ImageScaler {
  private ImageScaler() {}

  /** Where the samples of one target row or column come from. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Axis(int[] low, int[] high, float[] weight) {
    /**
     * @param from the first target pixel
     * @param count how many
     * @param origin the target coordinate that shows {@code sourceStart}
     * @param step source units per target unit; negative mirrors
     */
    static Axis of(
        int from, int count, double origin, double step, double sourceStart, double sourceEnd) {
      int first = (int) Math.floor(sourceStart);
      int last = Math.max(first, (int) Math.ceil(sourceEnd) - 1);
      Axis axis = new Axis(new int[count], new int[count], new float[count]);
      for (int i = 0; i < count; i++) {
        double at = sourceStart + (from + i + 0.5 - origin) * step - 0.5;
        // A thousandth of a pixel is rounding noise: without this a 1:1 drawing would not be exact.
        double nearest = Math.rint(at);
        double snapped = Math.abs(at - nearest) < 1e-3 ? nearest : at;
        double floor = Math.floor(snapped);
        axis.low[i] = Math.clamp((int) floor, first, last);
        axis.high[i] = Math.clamp((int) floor + 1, first, last);
        axis.weight[i] = (float) (snapped - floor);
      }
      return axis;
    }
  }

  /**
   * Scales the source rectangle so that it covers {@code target}, of which the pixels from (left,
   * top) are made.
   *
   * @param source x0, y0, x1, y1 within the bitmap
   * @param target x0, y0, x1, y1 in pixels; x1 &lt; x0 mirrors
   */
  static Bitmap scale(
      Bitmap bitmap,
      double[] source,
      double[] target,
      int left,
      int top,
      int width,
      int height,
      boolean smooth) {
    double stepX = (source[2] - source[0]) / (target[2] - target[0]);
    double stepY = (source[3] - source[1]) / (target[3] - target[1]);
    Axis columns = Axis.of(left, width, target[0], stepX, source[0], source[2]);
    Axis rows = Axis.of(top, height, target[1], stepY, source[1], source[3]);
    int[] out = new int[width * height];
    if (!smooth) {
      nearest(bitmap, columns, rows, out);
    } else {
      bilinear(bitmap, columns, rows, out);
    }
    return Bitmap.ofPicture(width, height, out);
  }

  private static void nearest(Bitmap bitmap, Axis columns, Axis rows, int[] out) {
    int[] in = bitmap.pixels();
    int o = 0;
    for (int y = 0; y < rows.low.length; y++) {
      int row = (rows.weight[y] < 0.5f ? rows.low[y] : rows.high[y]) * bitmap.width();
      for (int x = 0; x < columns.low.length; x++) {
        out[o++] = in[row + (columns.weight[x] < 0.5f ? columns.low[x] : columns.high[x])];
      }
    }
  }

  private static void bilinear(Bitmap bitmap, Axis columns, Axis rows, int[] out) {
    int[] in = bitmap.pixels();
    boolean opaque = bitmap.opaque();
    int o = 0;
    for (int y = 0; y < rows.low.length; y++) {
      int upper = rows.low[y] * bitmap.width();
      int lower = rows.high[y] * bitmap.width();
      float down = rows.weight[y];
      for (int x = 0; x < columns.low.length; x++) {
        int a = in[upper + columns.low[x]];
        int b = in[upper + columns.high[x]];
        int c = in[lower + columns.low[x]];
        int d = in[lower + columns.high[x]];
        float right = columns.weight[x];
        if ((a == b && a == c && a == d) || (right == 0 && down == 0)) {
          out[o++] = a;
        } else {
          out[o++] = opaque ? mixOpaque(a, b, c, d, right, down) : mix(a, b, c, d, right, down);
        }
      }
    }
  }

  private static int mixOpaque(int a, int b, int c, int d, float right, float down) {
    int result = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
      float value =
          lerp(
              lerp(a >> shift & 255, b >> shift & 255, right),
              lerp(c >> shift & 255, d >> shift & 255, right),
              down);
      result |= (int) (value + 0.5f) << shift;
    }
    return result;
  }

  private static int mix(int a, int b, int c, int d, float right, float down) {
    float alpha = lerp(lerp(a >>> 24, b >>> 24, right), lerp(c >>> 24, d >>> 24, right), down);
    int rounded = (int) (alpha + 0.5f);
    if (rounded == 0) {
      return 0;
    }
    int result = rounded << 24;
    for (int shift = 0; shift <= 16; shift += 8) {
      float value =
          lerp(
              lerp((a >> shift & 255) * (a >>> 24), (b >> shift & 255) * (b >>> 24), right),
              lerp((c >> shift & 255) * (c >>> 24), (d >> shift & 255) * (d >>> 24), right),
              down);
      result |= Math.min(255, (int) (value / alpha + 0.5f)) << shift;
    }
    return result;
  }

  private static float lerp(float from, float to, float t) {
    return from + (to - from) * t;
  }

  /**
   * Half the size by averaging 2x2 pixels: one level of the mipmap that better qualities shrink
   * from.
   */
  static Bitmap halve(Bitmap bitmap) {
    int width = Math.max(1, bitmap.width() / 2);
    int height = Math.max(1, bitmap.height() / 2);
    double[] source = {0, 0, bitmap.width(), bitmap.height()};
    double[] target = {0, 0, width, height};
    return scale(bitmap, source, target, 0, 0, width, height, true);
  }
}
