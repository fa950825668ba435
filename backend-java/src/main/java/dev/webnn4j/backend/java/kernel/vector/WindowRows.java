package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import jdk.incubator.vector.VectorMask;

/**
 * The rows of the left-hand matrix of a convolution: the taps under the window at each output
 * pixel.
 */
final class WindowRows {
  private final Conv2d.Geometry geometry;

  /** Whether the image has its channels first. */
  private final boolean planar;

  /** The floats of a row of the window, where they lie side by side in the input. */
  private final int side;

  /** What is left of those behind whole vectors. */
  private final VectorMask<Float> rest;

  WindowRows(Conv2d.Geometry geometry, boolean planar) {
    this.geometry = geometry;
    this.planar = planar;
    side = geometry.window().width().window() * geometry.inputChannelsPerGroup();
    rest = Lanes.first(side % Lanes.LENGTH);
  }

  int count() {
    Window2d window = geometry.window();
    return geometry.batch() * window.height().output() * window.width().output();
  }

  int depth() {
    return geometry.window().taps() * geometry.inputChannelsPerGroup();
  }

  boolean areInPlace() {
    return !planar
        && isPointwise(geometry.window().height())
        && isPointwise(geometry.window().width());
  }

  private static boolean isPointwise(Window2d.Axis axis) {
    return axis.window() == 1 && axis.stride() == 1 && axis.begin() == 0 && axis.end() == 0;
  }

  /** Gathers the rows of {@code count} pixels. */
  void gather(long input, int group, int first, int count, long target) {
    if (planar) {
      PlaneRows.gather(geometry, input, group, first, count, target);
      return;
    }
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    long imageBytes = 4L * height.input() * width.input() * geometry.inputChannels();
    long rowBytes = 4L * depth();
    int x = first % width.output();
    int y = first / width.output() % height.output();
    int image = first / width.output() / height.output();
    for (int i = 0; i < count; i++) {
      gatherPixel(
          input + image * imageBytes,
          group,
          y * height.stride() - height.begin(),
          x * width.stride() - width.begin(),
          target + i * rowBytes);
      if (++x == width.output()) {
        x = 0;
        if (++y == height.output()) {
          y = 0;
          image++;
        }
      }
    }
  }

  private void gatherPixel(long image, int group, int top, int left, long target) {
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    int channels = geometry.inputChannelsPerGroup();
    int right = left + (width.window() - 1) * width.dilation();
    boolean contiguous =
        geometry.groups() == 1 && width.dilation() == 1 && left >= 0 && right < width.input();
    long to = target;
    for (int ky = 0; ky < height.window(); ky++) {
      int y = top + ky * height.dilation();
      if (y < 0 || y >= height.input()) {
        Lanes.fill(0, to, width.window() * channels);
        to += 4L * width.window() * channels;
        continue;
      }
      long row = image + 4L * y * width.input() * geometry.inputChannels();
      if (contiguous) {
        long from = row + 4L * left * geometry.inputChannels();
        copySide(from, to);
        to += 4L * width.window() * channels;
        continue;
      }
      for (int kx = 0; kx < width.window(); kx++) {
        int x = left + kx * width.dilation();
        if (x < 0 || x >= width.input()) {
          Lanes.fill(0, to, channels);
        } else {
          long from = row + 4L * ((long) x * geometry.inputChannels() + (long) group * channels);
          Lanes.copy(from, to, channels);
        }
        to += 4L * channels;
      }
    }
  }

  /** As {@link Lanes#copy}, which makes its mask anew for each of many short rows. */
  private void copySide(long from, long to) {
    int i = 0;
    for (; i <= side - Lanes.LENGTH; i += Lanes.LENGTH) {
      Lanes.store(Lanes.load(from + 4L * i), to + 4L * i);
    }
    if (i < side) {
      Lanes.store(Lanes.load(from + 4L * i, rest), to + 4L * i, rest);
    }
  }
}
