package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ElementwiseBinary;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Arithmetic on two operands that broadcast to each other. */
final class BinaryKernel implements Kernel {
  private final ElementwiseBinary function;
  private final BroadcastPlan plan;
  private final Ranges ranges;
  private final boolean oneRun;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    ElementwiseBinary function = ElementwiseBinary.of(node.operator()).orElseThrow();
    return Candidate.accept("elementwise", new BinaryKernel(function, node, context));
  }

  private BinaryKernel(ElementwiseBinary function, Node node, KernelContext context) {
    this.function = function;
    this.plan =
        BroadcastPlan.of(
            node.operand(ElementwiseBinary.A).shape(),
            node.operand(ElementwiseBinary.B).shape(),
            node.result().shape());
    // A single run is cut within, many are shared out whole.
    this.oneRun = plan.runs() == 1;
    this.ranges =
        oneRun
            ? Ranges.of(plan.length(), 1, context.workers())
            : Ranges.of(plan.runs(), plan.length(), context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    long a = buffers.input(0).address();
    long b = buffers.input(1).address();
    long output = buffers.output().address();
    if (oneRun) {
      long from = ranges.from(part);
      run(
          plan.aMoves() ? a + 4 * from : a,
          plan.bMoves() ? b + 4 * from : b,
          output + 4 * from,
          ranges.to(part) - from);
      return;
    }
    for (long run = ranges.from(part); run < ranges.to(part); run++) {
      run(
          a + 4 * plan.aStart(run),
          b + 4 * plan.bStart(run),
          output + 4 * run * plan.length(),
          plan.length());
    }
  }

  private void run(long a, long b, long output, long length) {
    long aStep = plan.aMoves() ? 1 : 0;
    long bStep = plan.bMoves() ? 1 : 0;
    FloatVector fixedA = Lanes.broadcast(a);
    FloatVector fixedB = Lanes.broadcast(b);
    long at = 0;
    long end = 4 * length;
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      FloatVector x = aStep == 0 ? fixedA : Lanes.load(a + at);
      FloatVector y = bStep == 0 ? fixedB : Lanes.load(b + at);
      Lanes.store(apply(x, y), output + at);
    }
    if (at < end) {
      VectorMask<Float> rest = Lanes.first((int) (end - at) / 4);
      FloatVector x = aStep == 0 ? fixedA : Lanes.load(a + at, rest);
      FloatVector y = bStep == 0 ? fixedB : Lanes.load(b + at, rest);
      Lanes.store(apply(x, y), output + at, rest);
    }
  }

  private FloatVector apply(FloatVector a, FloatVector b) {
    return switch (function) {
      case ADD -> a.add(b);
      case SUB -> a.sub(b);
      case MUL -> a.mul(b);
      case DIV -> a.div(b);
      case MAX -> a.max(b);
      case MIN -> a.min(b);
      case POW -> a.lanewise(VectorOperators.POW, b);
    };
  }
}
