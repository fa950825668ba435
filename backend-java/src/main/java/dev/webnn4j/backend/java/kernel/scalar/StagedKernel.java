package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A block, stage after stage, with what the stages hand on in scratch memory. */
final class StagedKernel implements Kernel {
  private record Stage(Kernel kernel, Buffers buffers, List<Integer> operands) {}

  /** In place of an operand of the block: what an earlier stage gave. */
  private static final int HANDED_ON = -1;

  private final List<Stage> stages;

  /**
   * The kernels of an operator that stands for others.
   *
   * @param stages these, in order; the last one gives the block's result
   */
  static KernelFactory of(Function<Node, List<Node>> stages) {
    return (node, context) ->
        Candidate.accept("stages", new StagedKernel(node, stages.apply(node), context));
  }

  private StagedKernel(Node node, List<Node> nodes, KernelContext context) {
    List<Value> operands = node.operands().flat();
    Map<Value, MemorySegment> scratch = new HashMap<>();
    for (Node stage : nodes) {
      if (stage.result() != node.result()) {
        scratch.put(stage.result(), context.allocate(stage.result().type().byteLength()));
      }
    }
    stages = nodes.stream().map(stage -> stage(stage, operands, scratch, context)).toList();
  }

  private static Stage stage(
      Node node, List<Value> operands, Map<Value, MemorySegment> scratch, KernelContext context) {
    List<Value> taken = node.operands().flat();
    Buffers buffers = new Buffers(taken.size(), 1);
    for (int i = 0; i < taken.size(); i++) {
      if (scratch.containsKey(taken.get(i))) {
        buffers.setInput(i, scratch.get(taken.get(i)));
      }
    }
    if (scratch.containsKey(node.result())) {
      buffers.setOutput(0, scratch.get(node.result()));
    }
    List<Integer> indices = taken.stream().map(operands::indexOf).toList();
    return switch (ScalarKernels.factories().get(node.operator()).offer(node, context)) {
      case Candidate.Accepted accepted -> new Stage(accepted.kernel(), buffers, indices);
      case Candidate.Refused refused -> throw new IllegalStateException(refused.reason());
    };
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    stages.getLast().buffers().setOutput(0, buffers.output());
    for (Stage stage : stages) {
      for (int i = 0; i < stage.operands().size(); i++) {
        int operand = stage.operands().get(i);
        if (operand != HANDED_ON) {
          stage.buffers().setInput(i, buffers.input(operand));
        }
      }
      stage.kernel().run(stage.buffers(), workers);
    }
  }
}
