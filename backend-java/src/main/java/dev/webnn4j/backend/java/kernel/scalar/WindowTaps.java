package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * For some rows of windows, what each tap of each channel meets in them: one row of pixels a tap,
 * with zeros for the padding. A convolution is a product of matrices then.
 */
final class WindowTaps {
  /** So many windows keep the inner loops busy. */
  private static final int WINDOWS = 128;

  private final Floats floats;
  private final int channels;
  private final Window2d.Axis height;
  private final Window2d.Axis width;
  private final boolean planar;
  private final float[][] taps;
  private final float[] line;

  WindowTaps(Floats floats, Conv2d.Geometry geometry, boolean planar) {
    this.floats = floats;
    this.channels = geometry.inputChannels();
    this.height = geometry.window().height();
    this.width = geometry.window().width();
    this.planar = planar;
    int count = Math.multiplyExact(channels, geometry.window().taps());
    taps = new float[count][rowsAtOnce(geometry.window()) * width.output()];
    line = new float[width.input()];
  }

  /** How many rows of windows are taken together. */
  static int rowsAtOnce(Window2d window) {
    int rows = Math.ceilDiv(WINDOWS, window.width().output());
    return Math.min(rows, window.height().output());
  }

  /** The rows of pixels: channel by channel, the taps of its window in row-major order. */
  float[][] rows() {
    return taps;
  }

  /** Where the rows of a channel begin. */
  int first(int channel) {
    return channel * height.window() * width.window();
  }

  /** Takes out what the windows of some rows of the result meet. */
  void load(MemorySegment input, long batch, int firstRow, int rowCount) {
    for (int channel = 0; channel < channels; channel++) {
      for (int ky = 0; ky < height.window(); ky++) {
        for (int row = 0; row < rowCount; row++) {
          int y = pixel(height, firstRow + row, ky);
          int tap = first(channel) + ky * width.window();
          int at = row * width.output();
          if (y < 0) {
            for (int kx = 0; kx < width.window(); kx++) {
              Arrays.fill(taps[tap + kx], at, at + width.output(), 0);
            }
          } else {
            loadLine(input, batch, channel, y);
            for (int kx = 0; kx < width.window(); kx++) {
              spread(kx, taps[tap + kx], at);
            }
          }
        }
      }
    }
  }

  private void loadLine(MemorySegment input, long batch, int channel, int y) {
    if (planar) {
      long from = ((batch * channels + channel) * height.input() + y) * width.input();
      floats.load(input, from, line, 0, line.length);
    } else {
      long from = (batch * height.input() + y) * width.input() * channels + channel;
      floats.load(input, from, channels, line, 0, line.length);
    }
  }

  /** From a line of pixels, those that one tap meets. */
  private void spread(int kx, float[] tap, int at) {
    int first = firstInside(width, kx);
    int end = endInside(width, kx);
    if (first == end) {
      Arrays.fill(tap, at, at + width.output(), 0);
      return;
    }
    int from = pixel(width, first, kx);
    Arrays.fill(tap, at, at + first, 0);
    if (width.stride() == 1) {
      System.arraycopy(line, from, tap, at + first, end - first);
    } else {
      for (int x = first; x < end; x++) {
        tap[at + x] = line[from + (x - first) * width.stride()];
      }
    }
    Arrays.fill(tap, at + end, at + width.output(), 0);
  }

  /** The row or column under a tap; -1 if it is padding. */
  static int pixel(Window2d.Axis axis, int output, int tap) {
    long pixel = (long) output * axis.stride() + (long) tap * axis.dilation() - axis.begin();
    return pixel >= 0 && pixel < axis.input() ? (int) pixel : -1;
  }

  /** The first window in which a tap meets a pixel. */
  static int firstInside(Window2d.Axis axis, int tap) {
    long before = (long) axis.begin() - (long) tap * axis.dilation();
    return (int) Math.clamp(Math.ceilDiv(before, (long) axis.stride()), 0L, axis.output());
  }

  /** The window behind the last one in which a tap meets a pixel. */
  static int endInside(Window2d.Axis axis, int tap) {
    long behind = (long) axis.input() + axis.begin() - (long) tap * axis.dilation();
    long end = Math.clamp(Math.ceilDiv(behind, (long) axis.stride()), 0L, axis.output());
    return (int) Math.max(end, firstInside(axis, tap));
  }
}
