package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Window2d;
import java.util.List;
import java.util.Optional;

/** Offers kernels for {@link Convolution}. */
final class ConvolutionKernel {
  private ConvolutionKernel() {}

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Optional<ConvolutionNode> convolution = ConvolutionNode.of(node, context);
    if (convolution.isEmpty()) {
      return Candidate.refuse("filter or bias are not constant");
    }
    if (convolution.get().geometry().isDepthwise() && !convolution.get().planar()) {
      return DepthwiseKernel.offer(convolution.get(), context);
    }
    Optional<String> refusal = refusesProduct(convolution.get());
    if (refusal.isPresent()) {
      return Candidate.refuse(refusal.get());
    }
    String name = isPointwise(convolution.get()) ? "gemm" : "implicit gemm";
    return Candidate.accept(
        name,
        new RecordedKernel(
            product(convolution.get(), context), convolution.get().residualIndex(), context));
  }

  /** Why a convolution cannot be a product of matrices. */
  static Optional<String> refusesProduct(ConvolutionNode node) {
    if (node.planar() && !WindowConvolution.takesPlanes(node.geometry())) {
      return Optional.of("too many channels come as planes");
    }
    return isPointwise(node) || WindowTable.isSmall(node.geometry().window())
        ? Optional.empty()
        : Optional.of("a table of all taps would be too large");
  }

  /** A convolution as a product of matrices. */
  static List<RecordedKernel.Part> product(ConvolutionNode node, KernelContext context) {
    return isPointwise(node)
        ? PointwiseConvolution.parts(node, context)
        : WindowConvolution.parts(node, context);
  }

  private static boolean isPointwise(ConvolutionNode node) {
    Window2d window = node.geometry().window();
    return !node.planar() && isPointwise(window.height()) && isPointwise(window.width());
  }

  /** Whether each output pixel comes from one input pixel, and there is one for each. */
  private static boolean isPointwise(Window2d.Axis axis) {
    return axis.window() == 1 && axis.begin() == 0 && axis.end() == 0;
  }
}
