package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Softmax;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Softmax along the last axis: the maximum, the exponentials with their sum, the quotients. */
final class SoftmaxKernel implements Kernel {
  private final int length;
  private final int whole;
  private final VectorMask<Float> rest;
  private final Ranges ranges;
  private final MemorySegment scratch;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Columns columns = Columns.of(node.result().shape(), node.get(Softmax.AXIS).intValue());
    return Candidate.accept(
        "softmax",
        columns.step() == 1
            ? new SoftmaxKernel(columns, context)
            : new ColumnSoftmaxKernel(columns, context));
  }

  private SoftmaxKernel(Columns rows, KernelContext context) {
    length = rows.size();
    whole = length - length % Lanes.LENGTH;
    rest = Lanes.first(length - whole);
    ranges = Ranges.of(rows.outer(), 4L * length, context.workers());
    scratch = context.allocate(Lanes.BYTES * context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == 0;
  }

  private void part(Buffers buffers, int part, int worker) {
    long own = scratch.address() + Lanes.BYTES * worker;
    for (long row = ranges.from(part); row < ranges.to(part); row++) {
      long offset = 4 * row * length;
      row(buffers.input(0).address() + offset, buffers.output().address() + offset, own);
    }
  }

  /** What is left behind the last whole vector is in scratch, filled up with what adds nothing. */
  private void row(long input, long output, long own) {
    int last = whole < length ? Lanes.LENGTH : 0;
    if (last > 0) {
      FloatVector left = Lanes.load(input + 4L * whole, rest);
      Lanes.store(Lanes.broadcast(Float.NEGATIVE_INFINITY).blend(left, rest), own);
    }
    float max = Math.max(max(input, whole), max(own, last));
    float sum = powers(input, output, whole, max) + powers(own, own, last, max);
    divide(output, whole, sum);
    divide(own, last, sum);
    if (last > 0) {
      Lanes.store(Lanes.load(own), output + 4L * whole, rest);
    }
  }

  private static float max(long from, int count) {
    FloatVector max = Lanes.broadcast(Float.NEGATIVE_INFINITY);
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      max = max.max(Lanes.load(from + 4L * i));
    }
    return max.reduceLanes(VectorOperators.MAX);
  }

  /** Their sum. */
  private static float powers(long from, long to, int count, float max) {
    FloatVector sums = Lanes.zero();
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      FloatVector powers = Exponential.exp(Lanes.load(from + 4L * i).sub(max));
      Lanes.store(powers, to + 4L * i);
      sums = sums.add(powers);
    }
    return AcrossLanes.sum(sums);
  }

  private static void divide(long at, int count, float sum) {
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      Lanes.store(Lanes.load(at + 4L * i).div(sum), at + 4L * i);
    }
  }
}
