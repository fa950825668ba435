package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import java.util.List;

/**
 * A kernel whose operands broadcast to its result. It works on stretches, none longer than a run.
 */
abstract class BroadcastKernel implements Kernel {
  private final BroadcastPlan plan;
  private final Ranges ranges;
  private final boolean oneRun;
  private final long[] operandBytes;
  private final long resultBytes;
  private final Workers.Task task = this::part;

  BroadcastKernel(Node node, KernelContext context) {
    List<Value> operands = node.operands().flat();
    plan = BroadcastPlan.of(node);
    operandBytes = operands.stream().mapToLong(operand -> bytes(operand.type())).toArray();
    resultBytes = bytes(node.result().type());
    // A single run is cut within, many are shared out whole.
    oneRun = plan.runs() == 1;
    ranges =
        oneRun
            ? Ranges.of(plan.length(), 1, context.workers())
            : Ranges.of(plan.runs(), plan.length(), context.workers());
  }

  private static long bytes(MLOperandDescriptor type) {
    return type.dataType().bits() / Byte.SIZE;
  }

  @Override
  public final void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    if (oneRun) {
      stretch(buffers, 0, ranges.from(part), ranges.to(part) - ranges.from(part), worker);
      return;
    }
    for (long run = ranges.from(part); run < ranges.to(part); run++) {
      stretch(buffers, run, 0, plan.length(), worker);
    }
  }

  /**
   * Computes elements of one run.
   *
   * @param from the first one, counted within the run
   * @param worker who does it
   */
  abstract void stretch(Buffers buffers, long run, long from, long count, int worker);

  /** Whether an operand moves along within a stretch; otherwise it is one element repeated. */
  final boolean moves(int operand) {
    return plan.moves(operand);
  }

  /** The address where an operand's part of a stretch begins. */
  final long operand(Buffers buffers, int operand, long run, long from) {
    long element = plan.start(operand, run) + (plan.moves(operand) ? from : 0);
    return buffers.input(operand).address() + operandBytes[operand] * element;
  }

  /** The address where the result's part of a stretch begins. */
  final long result(Buffers buffers, long run, long from) {
    return buffers.output().address() + resultBytes * (run * plan.length() + from);
  }
}
