package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.PartedKernel;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions.Branch;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Convolutions that write their channels of one image. The workers share the parts of all of them,
 * so that nobody waits for the last part of one before the first of the next.
 */
final class ConcatenatedConvolutionsKernel implements PartedKernel {
  private final Stage[] stages;

  /**
   * One of the convolutions.
   *
   * @param input which of the block's operands it reads
   * @param buffers that operand and the block's result, as the convolution wants them
   * @param endPart the first of the block's parts behind its own
   */
  private record Stage(PartedKernel kernel, int input, Buffers buffers, int endPart) {}

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    List<ConvolutionNode> convolutions = new ArrayList<>();
    for (Node stage : ConcatenatedConvolutions.convolutions(node)) {
      Optional<ConvolutionNode> convolution = ConvolutionNode.of(stage, context);
      if (convolution.isEmpty()) {
        return Candidate.refuse("filters or biases are not constant");
      }
      if (convolution.get().geometry().isDepthwise()) {
        return Candidate.refuse("depthwise convolutions write whole images only");
      }
      Optional<String> refusal = ConvolutionKernel.refusesProduct(convolution.get());
      if (refusal.isPresent()) {
        return Candidate.refuse(refusal.get());
      }
      convolutions.add(convolution.get());
    }
    return Candidate.accept(
        "side by side", new ConcatenatedConvolutionsKernel(node, convolutions, context));
  }

  private ConcatenatedConvolutionsKernel(
      Node node, List<ConvolutionNode> convolutions, KernelContext context) {
    long step = 4L * node.result().shape().dim(3);
    stages = new Stage[convolutions.size()];
    long offset = 0;
    int parts = 0;
    for (int i = 0; i < stages.length; i++) {
      ConvolutionNode convolution = convolutions.get(i);
      PartedKernel kernel =
          ConvolutionKernel.product(
              convolution.writing(new ConvolutionNode.Result(step, offset)), context);
      offset += 4L * convolution.geometry().outputChannels();
      parts += kernel.parts();
      Branch branch = ConcatenatedConvolutions.BRANCHES.get(i);
      int input = node.indexOf(branch.slot(Convolution.INPUT));
      stages[i] = new Stage(kernel, input, new Buffers(1, 1), parts);
    }
  }

  @Override
  public boolean reads(int operand) {
    for (Stage stage : stages) {
      if (stage.input == operand) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int parts() {
    return stages[stages.length - 1].endPart;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    for (Stage stage : stages) {
      stage.buffers.setInput(0, buffers.input(stage.input));
      stage.buffers.setOutput(0, buffers.output());
    }
    PartedKernel.super.run(buffers, workers);
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    int firstPart = 0;
    for (Stage stage : stages) {
      if (part < stage.endPart) {
        stage.kernel.run(stage.buffers, part - firstPart, worker);
        return;
      }
      firstPart = stage.endPart;
    }
    throw new IllegalArgumentException("there is no part " + part);
  }
}
