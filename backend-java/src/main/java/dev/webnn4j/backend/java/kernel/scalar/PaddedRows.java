package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;

/**
 * The rows of input pixels under one row of windows, one row a channel and tap, with zeros for the
 * padding. Where windows move by more than one pixel, the pixels of a row are sorted by their
 * remainder, so that what one tap meets in all windows lies side by side.
 */
final class PaddedRows {
  private final Floats floats;
  private final int channels;
  private final Window2d.Axis height;
  private final Window2d.Axis width;
  private final boolean planar;
  private final int phase;
  private final int rowSize;
  private final float[] values;
  private final float[] line;

  PaddedRows(Floats floats, Conv2d.Geometry geometry, boolean planar) {
    this.floats = floats;
    this.channels = geometry.inputChannels();
    this.height = geometry.window().height();
    this.width = geometry.window().width();
    this.planar = planar;
    int padded = Math.addExact(Math.addExact(width.input(), width.begin()), width.end());
    phase = Math.ceilDiv(padded, width.stride());
    rowSize = Math.multiplyExact(phase, width.stride());
    values = new float[Math.multiplyExact(Math.multiplyExact(channels, height.window()), rowSize)];
    line = new float[width.input()];
  }

  float[] values() {
    return values;
  }

  /** Where the pixels begin that a tap meets in the windows of the row. */
  int place(int channel, int ky, int kx) {
    int first = kx * width.dilation();
    int row = (channel * height.window() + ky) * rowSize;
    return row + first % width.stride() * phase + first / width.stride();
  }

  /** The row or column under a tap; -1 if it is padding. */
  static int pixel(Window2d.Axis axis, int output, int tap) {
    int pixel = output * axis.stride() + tap * axis.dilation() - axis.begin();
    return pixel < axis.input() ? Math.max(pixel, -1) : -1;
  }

  /** Takes the rows out that the windows of one output row meet; others stay as they were. */
  void load(MemorySegment input, long batch, int outputRow) {
    for (int ky = 0; ky < height.window(); ky++) {
      int y = pixel(height, outputRow, ky);
      for (int channel = 0; y >= 0 && channel < channels; channel++) {
        load(input, batch, channel, y, (channel * height.window() + ky) * rowSize);
      }
    }
  }

  private void load(MemorySegment input, long batch, int channel, int y, int at) {
    int stride = width.stride();
    boolean direct = stride == 1;
    float[] target = direct ? values : line;
    int to = direct ? at + width.begin() : 0;
    if (planar) {
      long from = ((batch * channels + channel) * height.input() + y) * width.input();
      floats.load(input, from, target, to, width.input());
    } else {
      long from = (batch * height.input() + y) * width.input() * channels + channel;
      floats.load(input, from, channels, target, to, width.input());
    }
    for (int x = 0; !direct && x < width.input(); x++) {
      int padded = x + width.begin();
      values[at + padded % stride * phase + padded / stride] = line[x];
    }
  }
}
