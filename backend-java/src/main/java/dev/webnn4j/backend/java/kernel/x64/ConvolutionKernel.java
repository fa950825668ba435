package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.util.Optional;

/** Offers kernels for {@link Convolution}. */
final class ConvolutionKernel {
  /** Displacements in instructions have 31 bits. */
  private static final long MAX_IMAGE_BYTES = Integer.MAX_VALUE;

  private ConvolutionKernel() {}

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Optional<ConvolutionNode> convolution = ConvolutionNode.of(node, context);
    if (convolution.isEmpty()) {
      return Candidate.refuse("filter or bias are not constant");
    }
    if (node.operand(Convolution.INPUT).type().byteLength() > MAX_IMAGE_BYTES
        || node.result().type().byteLength() > MAX_IMAGE_BYTES) {
      return Candidate.refuse("the images have more than 2 GB");
    }
    Conv2d.Geometry geometry = convolution.get().geometry();
    if (convolution.get().planar()) {
      return WindowKernel.takesPlanes(geometry)
          ? Candidate.accept("implicit gemm", new WindowKernel(convolution.get(), context))
          : Candidate.refuse("too many channels come as planes");
    }
    if (geometry.isDepthwise()) {
      return DepthwiseKernel.offer(convolution.get(), context);
    }
    if (isPointwise(geometry.window().height()) && isPointwise(geometry.window().width())) {
      return Candidate.accept("gemm", new PointwiseKernel(convolution.get(), context));
    }
    if (!WindowTable.isSmall(geometry.window())) {
      return Candidate.refuse("a table of all taps would be too large");
    }
    return Candidate.accept("implicit gemm", new WindowKernel(convolution.get(), context));
  }

  /** Whether each output pixel comes from one input pixel, and there is one for each. */
  private static boolean isPointwise(Window2d.Axis axis) {
    return axis.window() == 1 && axis.begin() == 0 && axis.end() == 0;
  }
}
