package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.BinaryLoop;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ElementwiseBinary;
import java.util.Optional;

/** A function of two operands that broadcast to each other. */
final class BinaryKernel extends BroadcastKernel {
  private final BinaryLoop loop;

  static Candidate offer(Node node, KernelContext context) {
    ElementwiseBinary function = ElementwiseBinary.of(node.operator()).orElseThrow();
    return switch (node.result().type().dataType()) {
      case FLOAT32 -> accept(BinaryLoops.floats(function), node, context);
      case INT32 -> {
        Optional<BinaryLoops.Pass[]> passes = BinaryLoops.ints(function);
        yield passes.isPresent()
            ? accept(passes.get(), node, context)
            : Candidate.refuse("there are no vector instructions for it with int32");
      }
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  static Candidate offerPrelu(Node node, KernelContext context) {
    return switch (node.result().type().dataType()) {
      case FLOAT32 -> accept(BinaryLoops.preluOfFloats(), node, context);
      case INT32 -> accept(BinaryLoops.preluOfInts(), node, context);
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  /** With loops of another tier. */
  static Candidate offer(Node node, KernelContext context, BinaryLoop.Factory loops) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    ElementwiseBinary function = ElementwiseBinary.of(node.operator()).orElseThrow();
    BroadcastPlan plan = BroadcastPlan.of(node);
    Optional<BinaryLoop> loop =
        loops.of(new BinaryLoop.Shape(function, plan.moves(0), plan.moves(1)), context);
    return loop.isPresent()
        ? Candidate.accept("elementwise", new BinaryKernel(loop.get(), node, context))
        : Candidate.refuse("there is no loop for it");
  }

  private static Candidate accept(BinaryLoops.Pass[] passes, Node node, KernelContext context) {
    BroadcastPlan plan = BroadcastPlan.of(node);
    BinaryLoop loop = new BinaryPasses(passes, plan.moves(0), plan.moves(1), context);
    return Candidate.accept("elementwise", new BinaryKernel(loop, node, context));
  }

  private BinaryKernel(BinaryLoop loop, Node node, KernelContext context) {
    super(node, context);
    this.loop = loop;
  }

  @Override
  public boolean worksInPlace(int operand) {
    return loop.worksInPlace();
  }

  @Override
  void stretch(Buffers buffers, long run, long from, long count, int worker) {
    long a = operand(buffers, 0, run, from);
    long b = operand(buffers, 1, run, from);
    loop.run(a, b, result(buffers, run, from), count, worker);
  }
}
