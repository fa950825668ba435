package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;

/**
 * The rows of {@link WindowRows} for an image with its channels first: a tap of a channel meets
 * evenly spaced pixels of a plane, and fills a column of the rows.
 */
final class PlaneRows {
  private PlaneRows() {}

  /** Gathers the rows of {@code count} pixels; channel by channel within each tap. */
  static void gather(
      Conv2d.Geometry geometry, long input, int group, int first, int count, long target) {
    int width = geometry.window().width().output();
    int height = geometry.window().height().output();
    long rowBytes = 4L * geometry.window().taps() * geometry.inputChannelsPerGroup();
    for (int pixel = first; pixel < first + count; ) {
      int x = pixel % width;
      int run = Math.min(width - x, first + count - pixel);
      long channel =
          (long) (pixel / width / height) * geometry.inputChannels()
              + (long) group * geometry.inputChannelsPerGroup();
      int y = pixel / width % height;
      gatherRun(geometry, input, channel, y, x, run, target + (pixel - first) * rowBytes, rowBytes);
      pixel += run;
    }
  }

  /** Gathers the rows of neighbouring pixels, from the planes that begin with {@code channel}. */
  private static void gatherRun(
      Conv2d.Geometry geometry,
      long input,
      long channel,
      int y,
      int x,
      int run,
      long target,
      long rowBytes) {
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    long to = target;
    for (int ky = 0; ky < height.window(); ky++) {
      long row = (long) y * height.stride() + (long) ky * height.dilation() - height.begin();
      boolean inside = row >= 0 && row < height.input();
      for (int kx = 0; kx < width.window(); kx++) {
        for (int c = 0; c < geometry.inputChannelsPerGroup(); c++) {
          long line = input + 4 * ((channel + c) * height.input() + row) * width.input();
          gatherColumn(width, line, inside, kx, x, run, to, rowBytes);
          to += 4;
        }
      }
    }
  }

  /** What one tap meets in a line of pixels, and zero where that is padding. */
  private static void gatherColumn(
      Window2d.Axis width,
      long line,
      boolean inside,
      int kx,
      int x,
      int run,
      long target,
      long rowBytes) {
    long shift = (long) kx * width.dilation() - width.begin();
    long from = Math.clamp(Math.ceilDiv(-shift, (long) width.stride()) - x, 0L, run);
    long until =
        Math.clamp(Math.ceilDiv(width.input() - shift, (long) width.stride()) - x, from, run);
    int i = 0;
    for (int end = (int) (inside ? from : run); i < end; i++) {
      Lanes.put(target + i * rowBytes, 0);
    }
    long pixel = line + 4 * ((long) (x + i) * width.stride() + shift);
    for (; i < until; i++) {
      Lanes.put(target + i * rowBytes, Lanes.get(pixel));
      pixel += 4L * width.stride();
    }
    for (; i < run; i++) {
      Lanes.put(target + i * rowBytes, 0);
    }
  }
}
