package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Resample2d;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Resizing of any two axes. A part is one row of the result along the last axis: it is mixed from
 * the input rows around it, then, if the last axis is resized too, interpolated itself.
 */
final class ResampleKernel extends PartsByShape {
  private static final int RANK = 4;
  private static final int LAST = RANK - 1;

  private final MLOperandDataType type;
  private final Shape to;
  private final long[] inputStrides;
  private final ResampleAxis[] axes = new ResampleAxis[RANK];
  private final boolean nearest;
  private final boolean lastResized;
  private final int inputRowSize;
  private final float[][] lines;
  private final float[][] mixed;
  private final float[][] results;
  private final long[][] integers;

  private ResampleKernel(Node node, KernelContext context) {
    super(node.result().shape().elementCount(0, LAST));
    Shape from = node.operand(Resample2d.INPUT).shape();
    type = node.result().type().dataType();
    to = node.result().shape();
    inputStrides = from.strides();
    nearest = node.get(Resample2d.MODE) == MLInterpolationMode.NEAREST_NEIGHBOR;
    int[] resized = Resample2d.axes(node.call());
    for (int axis = 0; axis < RANK; axis++) {
      axes[axis] =
          axis == resized[0] || axis == resized[1]
              ? new ResampleAxis(
                  node.get(Resample2d.COORDINATE_TRANSFORMATION), from.dim(axis), to.dim(axis))
              : ResampleAxis.same(from.dim(axis));
    }
    lastResized = resized[0] == LAST || resized[1] == LAST;
    inputRowSize = from.dim(LAST);
    int rowSize = Math.max(inputRowSize, to.dim(LAST));
    lines = new float[context.workers()][rowSize];
    mixed = new float[context.workers()][rowSize];
    results = new float[context.workers()][rowSize];
    integers = new long[context.workers()][rowSize];
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("resample", new ResampleKernel(node, context));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    if (nearest) {
      copyNearest(buffers, part);
      return;
    }
    float[] row = mixed[worker];
    Arrays.fill(row, 0);
    // Each of the three outer axes has two neighbours, one of them of no weight unless resized.
    for (int corner = 0; corner < 1 << LAST; corner++) {
      float weight = 1;
      long from = 0;
      for (int axis = 0; axis < LAST; axis++) {
        boolean second = (corner >> axis & 1) == 1;
        int i = coordinate(part, axis);
        weight *= axes[axis].weight(i, second);
        from += axes[axis].neighbour(i, second) * inputStrides[axis];
      }
      if (weight != 0) {
        load(buffers.input(0), from, lines[worker], worker);
        Rows.addProduct(row, weight, lines[worker], inputRowSize);
      }
    }
    if (lastResized) {
      axes[LAST].blend(row, results[worker]);
    }
    store(lastResized ? results[worker] : row, buffers.output(), part, worker);
  }

  /** Where a row of the result stands along an outer axis. */
  private int coordinate(int row, int axis) {
    int rest = row;
    for (int behind = LAST - 1; behind > axis; behind--) {
      rest /= to.dim(behind);
    }
    return rest % to.dim(axis);
  }

  private void copyNearest(Buffers buffers, int part) {
    long from = 0;
    for (int axis = 0; axis < LAST; axis++) {
      from += axes[axis].nearest(coordinate(part, axis)) * inputStrides[axis];
    }
    Words words = Words.of(type);
    long target = (long) part * to.dim(LAST);
    if (!lastResized) {
      words.gather(buffers.input(0), from, 1, buffers.output(), target, to.dim(LAST));
      return;
    }
    for (int i = 0; i < to.dim(LAST); i++) {
      words.copy(buffers.input(0), from + axes[LAST].nearest(i), buffers.output(), target + i);
    }
  }

  private void load(MemorySegment source, long from, float[] line, int worker) {
    if (type.isFloat()) {
      Floats.of(type).load(source, from, line, 0, inputRowSize);
      return;
    }
    long[] own = integers[worker];
    Integers.of(type).load(source, from, 1, own, 0, inputRowSize);
    for (int i = 0; i < inputRowSize; i++) {
      line[i] = own[i];
    }
  }

  /** Integers round to nearest even. */
  private void store(float[] row, MemorySegment target, int part, int worker) {
    long at = (long) part * to.dim(LAST);
    if (type.isFloat()) {
      Floats.of(type).store(row, 0, target, at, to.dim(LAST));
      return;
    }
    long[] own = integers[worker];
    for (int i = 0; i < to.dim(LAST); i++) {
      own[i] = (long) Math.rint(row[i]);
    }
    Integers.of(type).store(own, 0, target, at, to.dim(LAST));
  }
}
