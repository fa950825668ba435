package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operator;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.Set;
import jdk.incubator.vector.VectorMask;

/** A function of each element. What is left behind the last whole vector is computed in scratch. */
final class UnaryKernel implements Kernel {
  /** These compute what is too large for their polynomials in another way, afterwards. */
  private static final Set<Operator> LOOKING_AGAIN =
      Set.of(
          ElementwiseUnary.COS.operator(),
          ElementwiseUnary.SIN.operator(),
          ElementwiseUnary.TAN.operator());

  private final UnaryLoops.Loop[] passes;
  private final boolean looksAgain;
  private final Ranges ranges;
  private final MemorySegment scratch;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    return switch (node.result().type().dataType()) {
      case FLOAT32 -> accept(floats(node), node, context);
      case INT32 -> accept(ints(node), node, context);
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  private static Candidate accept(UnaryLoops.Loop[] passes, Node node, KernelContext context) {
    return Candidate.accept("elementwise", new UnaryKernel(passes, node, context));
  }

  private static UnaryLoops.Loop[] floats(Node node) {
    if (node.operator() == Clamp.OPERATOR) {
      return UnaryLoops.clamp(
          (float) Clamp.min(node.attributes(), MLOperandDataType.FLOAT32).doubleValue(),
          (float) Clamp.max(node.attributes(), MLOperandDataType.FLOAT32).doubleValue());
    }
    Optional<Activation> activation = Activation.of(node.operator());
    if (activation.isPresent()) {
      float alpha = node.get(activation.get().alpha()).floatValue();
      float beta = activation.get().beta().map(b -> node.get(b).floatValue()).orElse(0f);
      return UnaryLoops.activation(activation.get(), alpha, beta);
    }
    return UnaryLoops.floats(ElementwiseUnary.of(node.operator()).orElseThrow());
  }

  private static UnaryLoops.Loop[] ints(Node node) {
    if (node.operator() == Clamp.OPERATOR) {
      return UnaryLoops.clamp(
          (int) Clamp.min(node.attributes(), MLOperandDataType.INT32).longValue(),
          (int) Clamp.max(node.attributes(), MLOperandDataType.INT32).longValue());
    }
    return UnaryLoops.ints(ElementwiseUnary.of(node.operator()).orElseThrow());
  }

  private UnaryKernel(UnaryLoops.Loop[] passes, Node node, KernelContext context) {
    this.passes = passes;
    this.looksAgain = LOOKING_AGAIN.contains(node.operator());
    this.ranges = Ranges.of(node.result().shape().elementCount(), 1, context.workers());
    this.scratch = context.allocate(2 * Lanes.BYTES * context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  /** What needs several passes reads its operand again. */
  @Override
  public boolean worksInPlace(int operand) {
    return passes.length == 1 && !looksAgain;
  }

  private void part(Buffers buffers, int part, int worker) {
    long begin = 4 * ranges.from(part);
    long input = buffers.input(0).address() + begin;
    long output = buffers.output().address() + begin;
    long bytes = 4 * ranges.to(part) - begin;
    long whole = bytes - bytes % Lanes.BYTES;
    for (long at = 0; at < whole; at += Lanes.BLOCK_BYTES) {
      block(input + at, output + at, Math.min(Lanes.BLOCK_BYTES, whole - at));
    }
    if (whole < bytes) {
      VectorMask<Float> rest = Lanes.first((int) (bytes - whole) / 4);
      long from = scratch.address() + 2 * Lanes.BYTES * worker;
      long to = from + Lanes.BYTES;
      Lanes.store(Lanes.load(input + whole, rest), from);
      block(from, to, Lanes.BYTES);
      Lanes.store(Lanes.load(to), output + whole, rest);
    }
  }

  private void block(long from, long to, long bytes) {
    for (UnaryLoops.Loop pass : passes) {
      pass.run(from, to, bytes);
    }
  }
}
