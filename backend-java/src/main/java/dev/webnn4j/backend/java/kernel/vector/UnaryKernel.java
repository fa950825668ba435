package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import jdk.incubator.vector.VectorMask;

/** A function of each element. */
final class UnaryKernel implements Kernel {
  private final UnaryFunction.Applied function;
  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    return UnaryFunction.of(node)
        .map(function -> Candidate.accept("elementwise", new UnaryKernel(function, node, context)))
        .orElse(Candidate.refuse("the Vector API has no " + node.operator()));
  }

  private UnaryKernel(UnaryFunction.Applied function, Node node, KernelContext context) {
    this.function = function;
    this.ranges = Ranges.of(node.result().shape().elementCount(), 1, context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    long input = buffers.input(0).address();
    long output = buffers.output().address();
    long end = 4 * ranges.to(part);
    long at = 4 * ranges.from(part);
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      Lanes.store(function.apply(Lanes.load(input + at)), output + at);
    }
    if (at < end) {
      VectorMask<Float> rest = Lanes.first((int) (end - at) / 4);
      Lanes.store(function.apply(Lanes.load(input + at, rest)), output + at, rest);
    }
  }
}
