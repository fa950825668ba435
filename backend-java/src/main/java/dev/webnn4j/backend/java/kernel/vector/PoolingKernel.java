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
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * Pooling of channels-last images: a vector of channels at a time. Work is shared out by output
 * pixel and vector, so that a pooling of the whole image keeps every thread busy too.
 */
final class PoolingKernel implements Kernel {
  private final Pooling pooling;
  private final boolean ints;
  private final Window2d.Axis height;
  private final Window2d.Axis width;
  private final int channels;
  private final int vectors;
  private final Optional<WindowLoop> lent;
  private final long rowStep;
  private final long columnStep;
  private final VectorMask<Float> wholeVector = Lanes.first(Lanes.LENGTH);
  private final VectorMask<Float> lastVector;
  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    MLOperandDataType type = node.result().type().dataType();
    // Integers have no other pooling than that of the maximum.
    if (type != MLOperandDataType.FLOAT32 && type != MLOperandDataType.INT32) {
      return Candidate.refuse("only float32 and int32");
    }
    return node.get(Pool2d.LAYOUT) == MLInputOperandLayout.NCHW
        ? PlanarPoolingKernel.offer(node, context)
        : Candidate.accept("pooling", new PoolingKernel(node, context, Optional.empty()));
  }

  /** With means of another tier. */
  static Candidate offerMean(Node node, KernelContext context, WindowLoop.Factory means) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    if (node.get(Pool2d.LAYOUT) != MLInputOperandLayout.NHWC) {
      return Candidate.refuse("only channels last");
    }
    return Candidate.accept("mean pooling", new PoolingKernel(node, context, Optional.of(means)));
  }

  /**
   * @param loops of another tier, if it lends any
   */
  private PoolingKernel(Node node, KernelContext context, Optional<WindowLoop.Factory> loops) {
    pooling = Pooling.of(node.operator()).orElseThrow();
    ints = node.result().type().dataType() == MLOperandDataType.INT32;
    Window2d window = Pool2d.window(node.call(), pooling.input());
    height = window.height();
    width = window.width();
    channels = node.result().shape().dim(3);
    columnStep = 4L * channels * width.dilation();
    rowStep = 4L * channels * width.input() * height.dilation();
    lent = loops.map(loop -> loop.of(new WindowLoop.Shape(rowStep, columnStep), context));
    vectors = Math.ceilDiv(channels, Lanes.LENGTH);
    lastVector = Lanes.first(channels - (vectors - 1) * Lanes.LENGTH);
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
    if (lent.isPresent()) {
      long channel = firstVector * Lanes.BYTES;
      int count = Math.min(channels, endVector * Lanes.LENGTH) - firstVector * Lanes.LENGTH;
      long from = input + place * pixelBytes + channel;
      lent.get().run(from, rows, columns, output + pixel * pixelBytes + channel, count, worker);
      return;
    }
    for (int vector = firstVector; vector < endVector; vector++) {
      VectorMask<Float> mask = vector < vectors - 1 ? wholeVector : lastVector;
      long channel = vector * Lanes.BYTES;
      long from = input + place * pixelBytes + channel;
      long to = output + pixel * pixelBytes + channel;
      // The choice is made for each vector and not for each tap: see UnaryLoops.
      if (ints) {
        greatestInt(from, rows, columns, to, mask);
      } else {
        switch (pooling) {
          case AVERAGE_POOL2D -> mean(from, rows, columns, to, mask);
          case L2_POOL2D -> length(from, rows, columns, to, mask);
          case MAX_POOL2D -> greatest(from, rows, columns, to, mask);
        }
      }
    }
  }

  /** A window that lies in the padding alone has no mean; zero, as the other tiers say. */
  private void mean(long from, int rows, int columns, long to, VectorMask<Float> mask) {
    FloatVector sum = Lanes.zero();
    for (int y = 0; y < rows; y++) {
      long at = from + y * rowStep;
      for (int x = 0; x < columns; x++) {
        sum = sum.add(Lanes.load(at + x * columnStep, mask));
      }
    }
    Lanes.store(sum.div(Math.max(rows * columns, 1)), to, mask);
  }

  private void length(long from, int rows, int columns, long to, VectorMask<Float> mask) {
    FloatVector sum = Lanes.zero();
    for (int y = 0; y < rows; y++) {
      long at = from + y * rowStep;
      for (int x = 0; x < columns; x++) {
        FloatVector value = Lanes.load(at + x * columnStep, mask);
        sum = value.fma(value, sum);
      }
    }
    Lanes.store(sum.sqrt(), to, mask);
  }

  private void greatest(long from, int rows, int columns, long to, VectorMask<Float> mask) {
    FloatVector max = Lanes.broadcast(Float.NEGATIVE_INFINITY);
    for (int y = 0; y < rows; y++) {
      long at = from + y * rowStep;
      for (int x = 0; x < columns; x++) {
        max = max.max(Lanes.load(at + x * columnStep, mask));
      }
    }
    Lanes.store(max, to, mask);
  }

  private void greatestInt(long from, int rows, int columns, long to, VectorMask<Float> mask) {
    IntVector max = IntVector.broadcast(Lanes.INTS, Integer.MIN_VALUE);
    for (int y = 0; y < rows; y++) {
      long at = from + y * rowStep;
      for (int x = 0; x < columns; x++) {
        max = max.max(Lanes.load(at + x * columnStep, mask).reinterpretAsInts());
      }
    }
    Lanes.store(max.reinterpretAsFloats(), to, mask);
  }
}
