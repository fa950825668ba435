package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
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
final class ConcatenatedConvolutionsKernel {
  private ConcatenatedConvolutionsKernel() {}

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
    List<RecordedKernel.Part> parts = parts(node, convolutions, context);
    return Candidate.accept("side by side", new RecordedKernel(parts, -1, context));
  }

  private static List<RecordedKernel.Part> parts(
      Node node, List<ConvolutionNode> convolutions, KernelContext context) {
    List<RecordedKernel.Part> parts = new ArrayList<>();
    long step = 4L * node.result().shape().dim(3);
    long offset = 0;
    for (int i = 0; i < convolutions.size(); i++) {
      ConvolutionNode convolution = convolutions.get(i);
      ConvolutionNode.Result result = new ConvolutionNode.Result(step, offset);
      Branch branch = ConcatenatedConvolutions.BRANCHES.get(i);
      int input = node.indexOf(branch.slot(Convolution.INPUT));
      ConvolutionKernel.product(convolution.writing(result), context)
          .forEach(part -> parts.add(part.reading(input)));
      offset += 4L * convolution.geometry().outputChannels();
    }
    return parts;
  }
}
