package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;

/**
 * Pooling of images whose channels are planes, a row of output pixels at a time. The rows under the
 * windows become one line, with padding around it; then neighbours in the line are put together for
 * every column, whatever the stride, and those that a window stands at are picked.
 */
final class PlanarPoolingKernel implements Kernel {
  private final Pooling pooling;
  private final boolean ints;
  private final Window2d.Axis height;
  private final Window2d.Axis width;

  /** Columns from the first window to the last. */
  private final int columns;

  private final long lineBytes;
  private final long scratchBytes;

  /** For each worker the padded line, then what its columns come to. */
  private final MemorySegment scratch;

  /** How many columns of pixels are under each window. */
  private final MemorySegment counts;

  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    Pooling pooling = Pooling.of(node.operator()).orElseThrow();
    Window2d.Axis width = Pool2d.window(node.call(), pooling.input()).width();
    if (width.output() > 1 && width.stride() >= Lanes.LENGTH) {
      return Candidate.refuse("a vector of columns holds but one window");
    }
    long columns = (width.output() - 1L) * width.stride() + 1;
    long reach = Math.max((long) width.begin() + width.input(), columns + width.span());
    if (reach > 4L * (width.input() + Lanes.LENGTH)) {
      return Candidate.refuse("the windows reach far beyond the rows");
    }
    return Candidate.accept("pooling", new PlanarPoolingKernel(pooling, node, context));
  }

  private PlanarPoolingKernel(Pooling pooling, Node node, KernelContext context) {
    this.pooling = pooling;
    ints = node.result().type().dataType() == MLOperandDataType.INT32;
    Window2d window = Pool2d.window(node.call(), pooling.input());
    height = window.height();
    width = window.width();
    columns = Math.toIntExact((width.output() - 1L) * width.stride() + 1);
    // Loads go on to the end of a vector of windows.
    long whole = Math.ceilDiv(columns, Lanes.LENGTH) * Lanes.BYTES;
    long padded = Math.max(4L * (width.begin() + width.input()), whole + 4 * width.span());
    lineBytes = Math.ceilDiv(padded, Lanes.BYTES) * Lanes.BYTES;
    scratchBytes = lineBytes + whole;
    scratch = context.allocate(scratchBytes * context.workers());
    Lanes.fill(neutral(), scratch.address(), Math.toIntExact(scratch.byteSize() / 4));
    counts = context.allocate(Math.ceilDiv(width.output(), Lanes.LENGTH) * Lanes.BYTES);
    Lanes.fill(1, counts.address(), Math.toIntExact(counts.byteSize() / 4));
    for (int x = 0; x < width.output(); x++) {
      // A window that lies in the padding alone has no mean; zero, as the other tiers say.
      int inside = width.endTap(x) - width.firstTap(x);
      Lanes.put(counts.address() + 4L * x, Math.max(1, inside));
    }
    Shape result = node.result().shape();
    long cost = (long) height.window() * width.input() + (long) width.window() * columns;
    ranges = Ranges.of(result.elementCount(0, 3), cost, context.workers());
  }

  private float neutral() {
    if (pooling != Pooling.MAX_POOL2D) {
      return 0;
    }
    return ints ? Float.intBitsToFloat(Integer.MIN_VALUE) : Float.NEGATIVE_INFINITY;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    long line = scratch.address() + scratchBytes * worker;
    long inside = line + 4L * width.begin();
    long windows = line + lineBytes;
    long rowBytes = 4L * width.input();
    for (long row = ranges.from(part); row < ranges.to(part); row++) {
      long plane = row / height.output();
      int y = (int) (row % height.output());
      int first = height.firstTap(y);
      int rows = height.endTap(y) - first;
      long firstRow =
          (long) y * height.stride() - height.begin() + (long) first * height.dilation();
      long from = buffers.input(0).address() + (plane * height.input() + firstRow) * rowBytes;
      if (rows == 0) {
        Lanes.fill(neutral(), inside, width.input());
      } else {
        joinRows(from, rows, rowBytes * height.dilation(), inside);
      }
      joinTaps(line, windows);
      for (int x = 1; width.stride() > 1 && x < width.output(); x++) {
        Lanes.put(windows + 4L * x, Lanes.get(windows + 4L * x * width.stride()));
      }
      finish(windows, Math.max(1, rows));
      Lanes.copy(windows, buffers.output().address() + 4 * row * width.output(), width.output());
    }
  }

  private void joinRows(long first, int rows, long step, long to) {
    switch (pooling) {
      case AVERAGE_POOL2D -> PoolingLoops.addRows(first, rows, step, to, width.input());
      case L2_POOL2D -> PoolingLoops.addSquares(first, rows, step, to, width.input());
      case MAX_POOL2D -> {
        if (ints) {
          PoolingLoops.maxOfIntRows(first, rows, step, to, width.input());
        } else {
          PoolingLoops.maxOfRows(first, rows, step, to, width.input());
        }
      }
    }
  }

  private void joinTaps(long line, long to) {
    long step = 4L * width.dilation();
    if (pooling != Pooling.MAX_POOL2D) {
      PoolingLoops.addTaps(line, width.window(), step, to, columns);
    } else if (ints) {
      PoolingLoops.maxOfIntTaps(line, width.window(), step, to, columns);
    } else {
      PoolingLoops.maxOfTaps(line, width.window(), step, to, columns);
    }
  }

  private void finish(long windows, int rows) {
    switch (pooling) {
      case AVERAGE_POOL2D -> PoolingLoops.divide(windows, counts.address(), rows, width.output());
      case L2_POOL2D -> PoolingLoops.root(windows, width.output());
      case MAX_POOL2D -> {}
    }
  }
}
