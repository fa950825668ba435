package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.LogicalUnary;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Questions about each element: whether it is false, not a number or infinite. */
final class LogicalUnaryKernel implements Kernel {
  private final LogicalUnary function;
  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    LogicalUnary function = LogicalUnary.of(node.operator()).orElseThrow();
    if (node.operand(function.a()).type().dataType() == MLOperandDataType.FLOAT16) {
      return Candidate.refuse("only float32");
    }
    return Candidate.accept("logic", new LogicalUnaryKernel(function, node, context));
  }

  private LogicalUnaryKernel(LogicalUnary function, Node node, KernelContext context) {
    this.function = function;
    this.ranges = Ranges.of(node.result().shape().elementCount(), 1, context.workers());
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
    long input = buffers.input(0).address();
    long output = buffers.output().address();
    if (function == LogicalUnary.LOGICAL_NOT) {
      not(input, output, ranges.from(part), ranges.to(part));
    } else {
      floats(input, output, ranges.from(part), ranges.to(part));
    }
  }

  private static void not(long input, long output, long from, long to) {
    int length = Lanes.BYTE_SPECIES.length();
    long i = from;
    for (; i <= to - length; i += length) {
      Lanes.storeBytes(
          Truths.loadVector(input + i).lanewise(VectorOperators.XOR, (byte) 1), output + i);
    }
    for (; i < to; i++) {
      Truths.put(output + i, Truths.get(input + i) ^ 1);
    }
  }

  private void floats(long input, long output, long from, long to) {
    long i = from;
    for (; i <= to - Lanes.LENGTH; i += Lanes.LENGTH) {
      Truths.store(ask(Lanes.load(input + 4 * i)), output + i);
    }
    if (i < to) {
      int left = (int) (to - i);
      Truths.store(ask(Lanes.load(input + 4 * i, Lanes.first(left))), output + i, left);
    }
  }

  private long ask(FloatVector x) {
    return switch (function) {
      case IS_NAN -> x.test(VectorOperators.IS_NAN).toLong();
      case IS_INFINITE -> x.test(VectorOperators.IS_INFINITE).toLong();
      case LOGICAL_NOT -> throw new IllegalStateException("not a question about floats");
    };
  }
}
