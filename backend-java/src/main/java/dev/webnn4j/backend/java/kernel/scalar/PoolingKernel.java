package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;
import java.util.Arrays;

/**
 * Poolings of floats. A part is one row of output pixels, of one channel or, where channels lie
 * side by side, of all: every tap adds a row of input pixels to it.
 */
final class PoolingKernel extends PartsByShape {
  private final Floats floats;
  private final Pooling function;
  private final PoolingPlanes planes;
  private final float[][] lines;
  private final float[][] results;

  private PoolingKernel(Node node, KernelContext context, Pooling function, PoolingPlanes planes) {
    super(planes.outputRows());
    this.floats = Floats.of(node.result().type().dataType());
    this.function = function;
    this.planes = planes;
    lines = new float[context.workers()][planes.inputRowSize()];
    results = new float[context.workers()][planes.outputRowSize()];
  }

  static Candidate offer(Node node, KernelContext context) {
    Pooling function = Pooling.of(node.operator()).orElseThrow();
    PoolingPlanes planes = PoolingPlanes.of(node, function);
    return Candidate.accept(
        "pooling",
        node.result().type().dataType().isFloat()
            ? new PoolingKernel(node, context, function, planes)
            : new IntegerMaxPoolKernel(node, context, planes));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    Window2d.Axis height = planes.window().height();
    Window2d.Axis width = planes.window().width();
    float[] line = lines[worker];
    float[] result = results[worker];
    int y = part % height.output();
    Arrays.fill(result, function == Pooling.MAX_POOL2D ? Float.NEGATIVE_INFINITY : 0);
    for (int ky = height.firstTap(y); ky < height.endTap(y); ky++) {
      int row = WindowTaps.pixel(height, y, ky);
      floats.load(buffers.input(0), planes.inputRow(part, row), line, 0, line.length);
      if (planes.channels() == 1 && width.output() == 1) {
        addAll(line, result);
        continue;
      }
      for (int kx = planes.firstTap(); kx < planes.endTap(); kx++) {
        addTap(line, result, kx);
      }
    }
    finish(result, height.endTap(y) - height.firstTap(y));
    floats.store(result, 0, buffers.output(), (long) part * result.length, result.length);
  }

  /** One window as wide as the image: all its taps at once. */
  private void addAll(float[] line, float[] result) {
    Window2d.Axis width = planes.window().width();
    float sum = result[0];
    for (int kx = width.firstTap(0); kx < width.endTap(0); kx++) {
      int x = WindowTaps.pixel(width, 0, kx);
      sum =
          switch (function) {
            case AVERAGE_POOL2D -> sum + line[x];
            case L2_POOL2D -> sum + line[x] * line[x];
            case MAX_POOL2D -> Math.max(sum, line[x]);
          };
    }
    result[0] = sum;
  }

  private void addTap(float[] line, float[] result, int kx) {
    Window2d.Axis width = planes.window().width();
    int channels = planes.channels();
    int first = WindowTaps.firstInside(planes.window().width(), kx);
    int end = WindowTaps.endInside(planes.window().width(), kx);
    if (channels == 1) {
      add(
          line,
          Math.max(0, WindowTaps.pixel(width, first, kx)),
          width.stride(),
          result,
          first,
          end - first);
      return;
    }
    for (int x = first; x < end; x++) {
      int from = WindowTaps.pixel(width, x, kx) * channels;
      add(line, from, 1, result, x * channels, channels);
    }
  }

  private void add(float[] line, int from, int step, float[] result, int at, int count) {
    switch (function) {
      case AVERAGE_POOL2D -> {
        for (int i = 0; i < count; i++) {
          result[at + i] += line[from + i * step];
        }
      }
      case L2_POOL2D -> {
        for (int i = 0; i < count; i++) {
          float pixel = line[from + i * step];
          result[at + i] += pixel * pixel;
        }
      }
      case MAX_POOL2D -> {
        for (int i = 0; i < count; i++) {
          result[at + i] = Math.max(result[at + i], line[from + i * step]);
        }
      }
    }
  }

  private void finish(float[] result, int rows) {
    if (function == Pooling.L2_POOL2D) {
      for (int i = 0; i < result.length; i++) {
        result[i] = (float) Math.sqrt(result[i]);
      }
    } else if (function == Pooling.AVERAGE_POOL2D) {
      int channels = planes.channels();
      for (int x = 0; x < planes.window().width().output(); x++) {
        // A window without any pixel keeps its sum, 0.
        float pixels = Math.max(1, rows * planes.columnsInside(x));
        for (int c = 0; c < channels; c++) {
          result[x * channels + c] /= pixels;
        }
      }
    }
  }
}
