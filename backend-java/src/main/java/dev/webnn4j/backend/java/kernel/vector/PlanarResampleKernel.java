package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.ChannelResize;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Resample2d;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;

/**
 * Resizing of images whose channels are planes. Input rows are resized along the row and kept while
 * the rows of the result need them; those are mixed from two.
 */
final class PlanarResampleKernel implements Kernel {
  private final int inputRows;
  private final int outputRows;
  private final int inputColumns;
  private final int outputColumns;
  private final SamplePoints rows;

  private final SampledColumns columns;
  private final long rowBytes;

  /** For each worker two resized rows: one of even number, one of odd. */
  private final MemorySegment resized;

  /** For each worker the numbers of those rows. */
  private final long[][] held;

  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    boolean nearest = node.get(Resample2d.MODE) == MLInterpolationMode.NEAREST_NEIGHBOR;
    if (nearest && node.result().shape().dim(2) <= node.operand(Resample2d.INPUT).shape().dim(2)) {
      return Candidate.refuse("no row is used twice, and the scalar tier picks as fast");
    }
    return Candidate.accept("resample", new PlanarResampleKernel(node, context));
  }

  private PlanarResampleKernel(Node node, KernelContext context) {
    Shape input = node.operand(Resample2d.INPUT).shape();
    Shape output = node.result().shape();
    inputRows = input.dim(2);
    outputRows = output.dim(2);
    inputColumns = input.dim(3);
    outputColumns = output.dim(3);
    rows = SamplePoints.of(node, inputRows, outputRows);
    SamplePoints points = SamplePoints.of(node, inputColumns, outputColumns);
    columns =
        new SampledColumns(
            new ChannelResize.Shape(points, 0, outputColumns, 1, 0, Float.BYTES, 0, false),
            context);
    rowBytes = Math.ceilDiv(outputColumns, Lanes.LENGTH) * Lanes.BYTES;
    resized = context.allocate(2 * rowBytes * context.workers());
    held = new long[context.workers()][2];
    ranges = Ranges.of(output.elementCount(0, 3), 2L * outputColumns, context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    held[worker][0] = -1;
    held[worker][1] = -1;
    long input = buffers.input(0).address();
    for (long row = ranges.from(part); row < ranges.to(part); row++) {
      long first = row / outputRows * inputRows;
      int y = (int) (row % outputRows);
      float weight = rows.weight(y);
      long upper = resized(input, first, rows.low(y), worker);
      long target = buffers.output().address() + 4 * row * outputColumns;
      if (weight == 0) {
        Lanes.copy(upper, target, outputColumns);
      } else {
        mix(upper, resized(input, first, rows.high(y), worker), weight, target);
      }
    }
  }

  /**
   * An input row resized, wherever it is; two neighbours are there at once.
   *
   * @param first the row's plane, as the number of its first row
   */
  private long resized(long input, long first, int row, int worker) {
    int parity = row & 1;
    long place = resized.address() + (2L * worker + parity) * rowBytes;
    if (held[worker][parity] != first + row) {
      held[worker][parity] = first + row;
      columns.run(input + 4 * (first + row) * inputColumns, place, worker);
    }
    return place;
  }

  private void mix(long upper, long lower, float weight, long to) {
    int i = 0;
    for (; i <= outputColumns - Lanes.LENGTH; i += Lanes.LENGTH) {
      long at = 4L * i;
      FloatVector from = Lanes.load(upper + at);
      Lanes.store(PixelMix.mix(from, Lanes.load(lower + at), weight), to + at);
    }
    if (i < outputColumns) {
      long at = 4L * i;
      FloatVector from = Lanes.load(upper + at);
      FloatVector mixed = PixelMix.mix(from, Lanes.load(lower + at), weight);
      Lanes.store(mixed, to + at, Lanes.first(outputColumns - i));
    }
  }
}
