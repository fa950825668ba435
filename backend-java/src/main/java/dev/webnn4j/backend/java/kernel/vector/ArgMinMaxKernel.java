package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ArgMinMax;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The first index of the extreme element along the last axis: the extreme, then where it is. */
final class ArgMinMaxKernel implements Kernel {
  private final boolean max;
  private final boolean wide;
  private final int length;
  private final Ranges ranges;
  private final VectorMask<Float> lastVector;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    Shape input = node.operand(ArgMinMax.INPUT).shape();
    if (node.operand(ArgMinMax.INPUT).type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    boolean max = node.operator() == ArgMinMax.ARG_MAX.operator();
    boolean wide = node.get(ArgMinMax.OUTPUT_DATA_TYPE) == MLOperandDataType.INT64;
    Columns columns = Columns.of(input, node.get(ArgMinMax.AXIS).intValue());
    return Candidate.accept(
        "argmax",
        columns.step() == 1
            ? new ArgMinMaxKernel(max, wide, input, columns.size(), context)
            : new ColumnArgMinMaxKernel(columns, max, wide, context));
  }

  private ArgMinMaxKernel(
      boolean max, boolean wide, Shape input, int length, KernelContext context) {
    this.max = max;
    this.wide = wide;
    this.length = length;
    ranges = Ranges.of(input.elementCount() / length, length, context.workers());
    int rest = length % Lanes.LENGTH;
    lastVector = Lanes.first(rest == 0 ? Lanes.LENGTH : rest);
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    long input = buffers.input(0).address();
    long output = buffers.output().address();
    for (long row = ranges.from(part); row < ranges.to(part); row++) {
      int index = index(input + 4 * row * length);
      if (wide) {
        Lanes.putLong(output + 8 * row, index);
      } else {
        Lanes.putInt(output + 4 * row, index);
      }
    }
  }

  private int index(long row) {
    float none = max ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    FloatVector extremes = Lanes.broadcast(none);
    for (int i = 0; i < length; i += Lanes.LENGTH) {
      // Lanes past the end hold the neutral element.
      FloatVector values = extremes.blend(Lanes.load(row + 4L * i, mask(i)), mask(i));
      extremes = max ? extremes.max(values) : extremes.min(values);
    }
    float extreme =
        max ? extremes.reduceLanes(VectorOperators.MAX) : extremes.reduceLanes(VectorOperators.MIN);
    for (int i = 0; i < length; i += Lanes.LENGTH) {
      VectorMask<Float> found =
          Lanes.load(row + 4L * i, mask(i)).compare(VectorOperators.EQ, extreme, mask(i));
      if (found.anyTrue()) {
        return i + found.firstTrue();
      }
    }
    // Nothing equals a NaN: a row with one has no extreme, and the first index is as good as any.
    return 0;
  }

  private VectorMask<Float> mask(int from) {
    return from + Lanes.LENGTH <= length ? Lanes.first(Lanes.LENGTH) : lastVector;
  }
}
