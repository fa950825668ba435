package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.ChannelResize;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.RowSearch;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Resample2d;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The greatest channel of each pixel of an image that is resized on the way. The result is cut into
 * strips of columns, so narrow that two rows of them, all channels, stay in the first-level cache.
 * In a strip each input row is resized along itself once; a row of the result mixes two of those in
 * registers and keeps nothing of it but the index.
 */
final class ResampledArgMinMaxKernel implements Kernel {
  /** What one resized row of a strip may take. */
  private static final long STRIP_BYTES = 16 * 1024;

  private final long imageBytes;
  private final long rowStep;
  private final int inputRows;
  private final int outputRows;
  private final int outputColumns;
  private final boolean wide;
  private final SamplePoints rows;
  private final ChannelResize[] strips;
  private final int stripColumns;
  private final RowSearch search;

  /** What all channels of a resized row of a strip take. */
  private final long rowBytes;

  /** For each worker two resized rows of a strip, one of even number, one of odd, and indices. */
  private final MemorySegment scratch;

  private final long scratchBytes;

  /** For each worker the numbers of those rows. */
  private final long[][] held;

  private final Ranges ranges;
  private final Workers.Task task = this::part;

  /** Which axes of the input are which. */
  private record Axes(int rows, int columns, int channels) {}

  static Candidate offer(Node node, KernelContext context) {
    return offer(
        node,
        context,
        (shape, own) -> Optional.of(new SampledColumns(shape, own)),
        (shape, _) -> new ChannelSearch(shape.channels(), shape.channelBytes()));
  }

  /** With loops of another tier, whose vectors are as long. */
  static Candidate offer(
      Node node, KernelContext context, ChannelResize.Factory resizes, RowSearch.Factory searches) {
    if (node.operand(ResampledArgMinMax.INPUT).type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    int[] resized = Resample2d.axes(node.call());
    Arrays.sort(resized);
    Axes axes = new Axes(resized[0], resized[1], node.get(ArgMinMax.AXIS).intValue());
    if (axes.rows() == 0 || axes.channels() == 0) {
      return Candidate.refuse("images do not lie one after the other");
    }
    List<ChannelResize> strips = new ArrayList<>();
    for (ChannelResize.Shape shape : strips(node, axes)) {
      resizes.of(shape, context).ifPresent(strips::add);
    }
    if (strips.size() < strips(node, axes).size()) {
      return Candidate.refuse("neighbours in the result are far apart in the image");
    }
    return Candidate.accept(
        "resampledArgmax", new ResampledArgMinMaxKernel(node, axes, strips, searches, context));
  }

  /** The strips, each a few columns of the result, all as wide but the last. */
  private static List<ChannelResize.Shape> strips(Node node, Axes axes) {
    Shape input = node.operand(ResampledArgMinMax.INPUT).shape();
    int channels = input.dim(axes.channels());
    int width = resized(node).dim(axes.columns());
    int stripColumns = stripColumns(width, channels);
    SamplePoints points = SamplePoints.of(node, input.dim(axes.columns()), width);
    long[] strides = input.strides();
    return IntStream.range(0, Math.ceilDiv(width, stripColumns))
        .mapToObj(
            i ->
                new ChannelResize.Shape(
                    points,
                    i * stripColumns,
                    Math.min(width, (i + 1) * stripColumns),
                    channels,
                    4 * strides[axes.channels()],
                    4 * strides[axes.columns()],
                    4L * stripColumns,
                    // The least element is the greatest if all change their sign.
                    !node.get(ResampledArgMinMax.MAX)))
        .toList();
  }

  private static Shape resized(Node node) {
    return ResampledArgMinMax.parts(node).resample().result().shape();
  }

  private static int stripColumns(int width, int channels) {
    int step = ChannelSearch.COLUMNS_AT_ONCE;
    int steps = Math.ceilDiv(width, step);
    long atMost = Math.max(1, STRIP_BYTES / (4L * channels * step));
    int strips = (int) Math.ceilDiv(steps, Math.min(atMost, steps));
    return Math.ceilDiv(steps, strips) * step;
  }

  private ResampledArgMinMaxKernel(
      Node node,
      Axes axes,
      List<ChannelResize> strips,
      RowSearch.Factory searches,
      KernelContext context) {
    Shape input = node.operand(ResampledArgMinMax.INPUT).shape();
    int channels = input.dim(axes.channels());
    imageBytes = 4 * input.elementCount(1, input.rank());
    rowStep = 4 * input.strides()[axes.rows()];
    inputRows = input.dim(axes.rows());
    outputRows = resized(node).dim(axes.rows());
    outputColumns = resized(node).dim(axes.columns());
    wide = node.result().type().dataType() == MLOperandDataType.INT64;
    rows = SamplePoints.of(node, inputRows, outputRows);
    this.strips = strips.toArray(ChannelResize[]::new);
    stripColumns = stripColumns(outputColumns, channels);
    search = searches.of(new RowSearch.Shape(channels, 4L * stripColumns), context);
    rowBytes = 4L * channels * stripColumns;
    scratchBytes = 2 * rowBytes + 4L * stripColumns;
    scratch = context.allocate(scratchBytes * context.workers());
    held = new long[context.workers()][2];
    ranges =
        Ranges.of(
            (long) input.dim(0) * strips.size() * outputRows,
            (long) stripColumns * channels,
            context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    Arrays.fill(held[worker], -1);
    long from = buffers.input(0).address();
    long indices = scratch.address() + scratchBytes * worker + 2 * rowBytes;
    for (long row = ranges.from(part); row < ranges.to(part); row++) {
      long strip = row / outputRows;
      int y = (int) (row % outputRows);
      int left = (int) (strip % strips.length) * stripColumns;
      int count = Math.min(stripColumns, outputColumns - left);
      float weight = rows.weight(y);
      long upper = resized(from, strip, rows.low(y), worker);
      if (weight == 0) {
        search.greatest(upper, count, indices);
      } else {
        search.greatest(upper, resized(from, strip, rows.high(y), worker), weight, count, indices);
      }
      long pixel = (strip / strips.length * outputRows + y) * outputColumns + left;
      store(indices, count, buffers.output().address(), pixel);
    }
  }

  /**
   * A row of a strip resized, wherever it is; two neighbours are there at once.
   *
   * @param strip its number among those of all images
   */
  private long resized(long from, long strip, int row, int worker) {
    int parity = row & 1;
    long place = scratch.address() + scratchBytes * worker + parity * rowBytes;
    long number = strip * inputRows + row;
    if (held[worker][parity] != number) {
      held[worker][parity] = number;
      long image = strip / strips.length * imageBytes;
      ChannelResize resize = strips[(int) (strip % strips.length)];
      resize.run(from + image + row * rowStep, place, worker);
    }
    return place;
  }

  private void store(long indices, int count, long output, long pixel) {
    if (wide) {
      for (int i = 0; i < count; i++) {
        Lanes.putLong(output + 8 * (pixel + i), Lanes.getInt(indices + 4L * i));
      }
    } else {
      MemorySegment.copy(
          Lanes.EVERYTHING, indices, Lanes.EVERYTHING, output + 4 * pixel, 4L * count);
    }
  }
}
