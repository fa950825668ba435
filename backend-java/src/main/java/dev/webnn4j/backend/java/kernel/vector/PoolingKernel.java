package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.WindowLoop;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;

/**
 * Pooling of channels-last images: a vector of channels at a time. Work is shared out by output
 * pixel and vector, so that a pooling of the whole image keeps every thread busy too.
 */
final class PoolingKernel implements Kernel {
  private final Window2d.Axis height;
  private final Window2d.Axis width;
  private final int channels;
  private final int vectors;
  private final WindowLoop loop;
  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    MLOperandDataType type = node.result().type().dataType();
    // Integers have no other pooling than that of the maximum.
    if (type != MLOperandDataType.FLOAT32 && type != MLOperandDataType.INT32) {
      return Candidate.refuse("only float32 and int32");
    }
    if (node.get(Pool2d.LAYOUT) == MLInputOperandLayout.NCHW) {
      return PlanarPoolingKernel.offer(node, context);
    }
    WindowLoop.Factory loops =
        type == MLOperandDataType.INT32
            ? PoolingWindows.IntMaximum::new
            : switch (Pooling.of(node.operator()).orElseThrow()) {
              case AVERAGE_POOL2D -> PoolingWindows.Mean::new;
              case L2_POOL2D -> PoolingWindows.Length::new;
              case MAX_POOL2D -> PoolingWindows.Maximum::new;
            };
    return Candidate.accept("pooling", new PoolingKernel(node, context, loops));
  }

  /** With means of another tier. */
  static Candidate offerMean(Node node, KernelContext context, WindowLoop.Factory means) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    if (node.get(Pool2d.LAYOUT) != MLInputOperandLayout.NHWC) {
      return Candidate.refuse("only channels last");
    }
    return Candidate.accept("mean pooling", new PoolingKernel(node, context, means));
  }

  private PoolingKernel(Node node, KernelContext context, WindowLoop.Factory loops) {
    Pooling pooling = Pooling.of(node.operator()).orElseThrow();
    Window2d window = Pool2d.window(node.call(), pooling.input());
    height = window.height();
    width = window.width();
    channels = node.result().shape().dim(3);
    loop =
        loops.of(
            new WindowLoop.Shape(
                4L * channels * width.input() * height.dilation(),
                4L * channels * width.dilation()),
            context);
    vectors = Math.ceilDiv(channels, Lanes.LENGTH);
    long pixels = node.result().shape().elementCount(0, 3);
    long taps = (long) taps(height) * taps(width);
    ranges = Ranges.of(pixels * vectors, taps * Lanes.LENGTH, context.workers());
  }

  /** How many taps of a window meet pixels, at most. */
  private static int taps(Window2d.Axis axis) {
    return Math.min(axis.window(), axis.input());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    long input = buffers.input(0).address();
    long output = buffers.output().address();
    long item = ranges.from(part);
    while (item < ranges.to(part)) {
      long pixel = item / vectors;
      int first = (int) (item % vectors);
      int end = (int) Math.min(vectors, first + ranges.to(part) - item);
      pixel(input, output, pixel, first, end, worker);
      item += end - first;
    }
  }

  /** Some vectors of channels of a pixel. */
  private void pixel(
      long input, long output, long pixel, int firstVector, int endVector, int worker) {
    int x = (int) (pixel % width.output());
    int y = (int) (pixel / width.output() % height.output());
    long image = pixel / width.output() / height.output();
    long pixelBytes = 4L * channels;
    int firstRow = height.firstTap(y);
    int firstColumn = width.firstTap(x);
    int rows = height.endTap(y) - firstRow;
    int columns = width.endTap(x) - firstColumn;
    long row = (long) y * height.stride() - height.begin() + (long) firstRow * height.dilation();
    long column = (long) x * width.stride() - width.begin() + (long) firstColumn * width.dilation();
    long place = (image * height.input() + row) * width.input() + column;
    long channel = firstVector * Lanes.BYTES;
    int count = Math.min(channels, endVector * Lanes.LENGTH) - firstVector * Lanes.LENGTH;
    loop.run(
        input + place * pixelBytes + channel,
        rows,
        columns,
        output + pixel * pixelBytes + channel,
        count,
        worker);
  }
}
