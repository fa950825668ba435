package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Softmax;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Softmax along the last axis: the maximum, the exponentials with their sum, the quotients. */
final class SoftmaxKernel implements Kernel {
  private final int length;
  private final Ranges ranges;
  private final VectorMask<Float> lastVector;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    if (node.get(Softmax.AXIS) != node.result().shape().rank() - 1) {
      return Candidate.refuse("the axis is not the last");
    }
    return Candidate.accept("softmax", new SoftmaxKernel(node, context));
  }

  private SoftmaxKernel(Node node, KernelContext context) {
    Shape shape = node.result().shape();
    length = shape.dim(-1);
    ranges = Ranges.of(shape.elementCount() / length, 4L * length, context.workers());
    int rest = length % Lanes.LENGTH;
    lastVector = Lanes.first(rest == 0 ? Lanes.LENGTH : rest);
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    for (long row = ranges.from(part); row < ranges.to(part); row++) {
      long offset = 4 * row * length;
      row(buffers.input(0).address() + offset, buffers.output().address() + offset);
    }
  }

  private VectorMask<Float> mask(int from) {
    return from + Lanes.LENGTH <= length ? Lanes.first(Lanes.LENGTH) : lastVector;
  }

  private void row(long input, long output) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < length; i += Lanes.LENGTH) {
      VectorMask<Float> mask = mask(i);
      max = Math.max(max, Lanes.load(input + 4L * i, mask).reduceLanes(VectorOperators.MAX, mask));
    }
    FloatVector sums = Lanes.zero();
    for (int i = 0; i < length; i += Lanes.LENGTH) {
      VectorMask<Float> mask = mask(i);
      FloatVector powers = Exponential.exp(Lanes.load(input + 4L * i, mask).sub(max));
      Lanes.store(powers, output + 4L * i, mask);
      sums = sums.add(powers, mask);
    }
    float sum = sums.reduceLanes(VectorOperators.ADD);
    for (int i = 0; i < length; i += Lanes.LENGTH) {
      VectorMask<Float> mask = mask(i);
      Lanes.store(Lanes.load(output + 4L * i, mask).div(sum), output + 4L * i, mask);
    }
  }
}
