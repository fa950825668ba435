package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;
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
  private final long rowStep;
  private final long columnStep;
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
        : Candidate.accept("pooling", new PoolingKernel(node, context));
  }

  private PoolingKernel(Node node, KernelContext context) {
    pooling = Pooling.of(node.operator()).orElseThrow();
    ints = node.result().type().dataType() == MLOperandDataType.INT32;
    Window2d window = Pool2d.window(node.call(), pooling.input());
    height = window.height();
    width = window.width();
    channels = node.result().shape().dim(3);
    columnStep = 4L * channels * width.dilation();
    rowStep = 4L * channels * width.input() * height.dilation();
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
    for (long item = ranges.from(part); item < ranges.to(part); item++) {
      long pixel = item / vectors;
      int channel = (int) (item % vectors) * Lanes.LENGTH;
      vector(input, output, pixel, channel);
    }
  }

  private void vector(long input, long output, long pixel, int channel) {
    int x = (int) (pixel % width.output());
    int y = (int) (pixel / width.output() % height.output());
    long image = pixel / width.output() / height.output();
    VectorMask<Float> mask = Lanes.first(Math.min(Lanes.LENGTH, channels - channel));
    long pixelBytes = 4L * channels;
    long base = input + image * height.input() * width.input() * pixelBytes + 4L * channel;
    int firstRow = height.firstTap(y);
    int firstColumn = width.firstTap(x);
    int rows = height.endTap(y) - firstRow;
    int columns = width.endTap(x) - firstColumn;
    long row = (long) y * height.stride() - height.begin() + (long) firstRow * height.dilation();
    long column = (long) x * width.stride() - width.begin() + (long) firstColumn * width.dilation();
    long first = base + (row * width.input() + column) * pixelBytes;
    long target = output + pixel * pixelBytes + 4L * channel;
    if (ints) {
      greatest(first, rows, columns, target, mask);
    } else {
      pool(first, rows, columns, target, mask);
    }
  }

  private void pool(long first, int rows, int columns, long target, VectorMask<Float> mask) {
    FloatVector sum =
        pooling == Pooling.MAX_POOL2D ? Lanes.broadcast(Float.NEGATIVE_INFINITY) : Lanes.zero();
    for (int y = 0; y < rows; y++) {
      long at = first + y * rowStep;
      for (int x = 0; x < columns; x++) {
        sum = combine(sum, Lanes.load(at + x * columnStep, mask));
      }
    }
    Lanes.store(finish(sum, rows * columns), target, mask);
  }

  private void greatest(long first, int rows, int columns, long target, VectorMask<Float> mask) {
    IntVector max = IntVector.broadcast(Lanes.INTS, Integer.MIN_VALUE);
    for (int y = 0; y < rows; y++) {
      long at = first + y * rowStep;
      for (int x = 0; x < columns; x++) {
        max = max.max(Lanes.load(at + x * columnStep, mask).reinterpretAsInts());
      }
    }
    Lanes.store(max.reinterpretAsFloats(), target, mask);
  }

  private FloatVector combine(FloatVector sum, FloatVector value) {
    return switch (pooling) {
      case AVERAGE_POOL2D -> sum.add(value);
      case L2_POOL2D -> value.fma(value, sum);
      case MAX_POOL2D -> sum.max(value);
    };
  }

  private FloatVector finish(FloatVector sum, int count) {
    return switch (pooling) {
      // A window that lies in the padding alone has no mean; zero, as the other tiers say.
      case AVERAGE_POOL2D -> sum.div(Math.max(count, 1));
      case L2_POOL2D -> sum.sqrt();
      case MAX_POOL2D -> sum;
    };
  }
}
