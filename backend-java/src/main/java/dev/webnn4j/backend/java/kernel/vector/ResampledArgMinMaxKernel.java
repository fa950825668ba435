package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.RowSearch;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Resample2d;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

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
  private final int channels;
  private final int inputRows;
  private final int outputRows;
  private final int outputColumns;

  /** The bytes from one channel, row and column of the input to the next. */
  private final long channelStep;

  private final long rowStep;
  private final long columnStep;

  private final boolean max;
  private final boolean wide;
  private final SamplePoints rows;
  private final SampledColumns[] strips;
  private final int stripColumns;
  private final RowSearch search;

  /** What all channels of a resized row of a strip take. */
  private final long rowBytes;

  /** For each worker two resized rows of a strip, one of even number, one of odd, and indices. */
  private final MemorySegment scratch;

  private final long scratchBytes;

  /** For each worker the numbers of those rows. */
  private final long[][] held;

  /** For each worker what is needed of one channel of an input row. */
  private final float[][] lines;

  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context, RowSearch.Factory searches) {
    if (node.operand(ResampledArgMinMax.INPUT).type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    int[] axes = Resample2d.axes(node.call());
    Arrays.sort(axes);
    int searched = node.get(ArgMinMax.AXIS).intValue();
    if (axes[0] == 0 || searched == 0) {
      return Candidate.refuse("images do not lie one after the other");
    }
    return Candidate.accept(
        "resampledArgmax", new ResampledArgMinMaxKernel(node, axes, searched, searches, context));
  }

  private ResampledArgMinMaxKernel(
      Node node, int[] axes, int searched, RowSearch.Factory searches, KernelContext context) {
    Shape input = node.operand(ResampledArgMinMax.INPUT).shape();
    Shape resized = ResampledArgMinMax.parts(node).resample().result().shape();
    imageBytes = 4 * input.elementCount(1, input.rank());
    channels = input.dim(searched);
    inputRows = input.dim(axes[0]);
    outputRows = resized.dim(axes[0]);
    outputColumns = resized.dim(axes[1]);
    long[] strides = input.strides();
    channelStep = 4 * strides[searched];
    rowStep = 4 * strides[axes[0]];
    columnStep = 4 * strides[axes[1]];
    max = node.get(ResampledArgMinMax.MAX);
    wide = node.result().type().dataType() == MLOperandDataType.INT64;
    rows = SamplePoints.of(node, inputRows, outputRows);
    int step = ChannelSearch.COLUMNS_AT_ONCE;
    int steps = Math.ceilDiv(outputColumns, step);
    long atMost = Math.max(1, STRIP_BYTES / (4L * channels * step));
    int count = (int) Math.ceilDiv(steps, Math.min(atMost, steps));
    stripColumns = Math.ceilDiv(steps, count) * step;
    strips = new SampledColumns[Math.ceilDiv(outputColumns, stripColumns)];
    SamplePoints columns = SamplePoints.of(node, input.dim(axes[1]), outputColumns);
    int longest = 0;
    for (int i = 0; i < strips.length; i++) {
      int from = i * stripColumns;
      int to = Math.min(outputColumns, from + stripColumns);
      strips[i] = new SampledColumns(columns, from, to, context);
      longest = Math.max(longest, strips[i].lineLength());
    }
    RowSearch.Shape shape = new RowSearch.Shape(channels, 4L * stripColumns);
    search = searches.of(shape, context);
    rowBytes = shape.channels() * shape.channelBytes();
    scratchBytes = 2 * rowBytes + 4L * stripColumns;
    scratch = context.allocate(scratchBytes * context.workers());
    held = new long[context.workers()][2];
    lines = new float[context.workers()][longest];
    ranges =
        Ranges.of(
            (long) input.dim(0) * strips.length * outputRows,
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
      SampledColumns columns = strips[(int) (strip % strips.length)];
      resize(columns, from + image + row * rowStep, lines[worker], place);
    }
    return place;
  }

  /** The least element is the greatest if all change their sign. */
  private void resize(SampledColumns columns, long row, float[] line, long place) {
    for (int c = 0; c < channels; c++) {
      long channel = row + c * channelStep;
      if (columnStep == 4) {
        columns.load(channel, line);
      } else {
        columns.load(channel, columnStep, line);
      }
      if (!max) {
        negate(line);
      }
      columns.resample(line, place + c * 4L * stripColumns);
    }
  }

  private static void negate(float[] line) {
    for (int i = 0; i < line.length; i++) {
      line[i] = -line[i];
    }
  }

  private void store(long indices, int count, long output, long pixel) {
    if (wide) {
      for (int i = 0; i < count; i++) {
        Lanes.putLong(output + 8 * (pixel + i), Lanes.getInt(indices + 4L * i));
      }
    } else {
      Lanes.copy(indices, output + 4 * pixel, count);
    }
  }
}
