package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** A block of convolutions, one after the other, with what they hand on in scratch memory. */
final class StagedKernel implements Kernel {
  private record Stage(Kernel kernel, Buffers buffers, List<Integer> operands) {}

  /** In place of an operand of the node: what the stage before gave. */
  private static final int HANDED_ON = -1;

  private final List<Stage> stages;

  static Candidate offer(Node node, KernelContext context) {
    List<Value> operands = node.operands().flat();
    List<Stage> stages =
        InvertedResidual.stages(node).stream()
            .map(stage -> stage(stage, operands, context))
            .toList();
    for (int i = 0; i + 1 < stages.size(); i++) {
      Value between = InvertedResidual.stages(node).get(i).result();
      MemorySegment memory = context.allocate(between.type().byteLength());
      stages.get(i).buffers().setOutput(0, memory);
      stages.get(i + 1).buffers().setInput(0, memory);
    }
    return Candidate.accept("convolutions", new StagedKernel(stages));
  }

  private static Stage stage(Node stage, List<Value> operands, KernelContext context) {
    List<Integer> indices = stage.operands().flat().stream().map(operands::indexOf).toList();
    return switch (ConvolutionKernel.convolution(stage, context)) {
      case Candidate.Accepted accepted ->
          new Stage(accepted.kernel(), new Buffers(indices.size(), 1), indices);
      case Candidate.Refused refused -> throw new IllegalStateException(refused.reason());
    };
  }

  private StagedKernel(List<Stage> stages) {
    this.stages = stages;
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
