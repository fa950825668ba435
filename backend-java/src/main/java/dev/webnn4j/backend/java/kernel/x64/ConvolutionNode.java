package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Conv2d;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A {@link Convolution} with constant weights, as the kernels of this tier take it.
 *
 * @param filter as [output channels, height, width, input channels of a group]
 * @param planar whether the input has its channels first
 * @param residualIndex the operand that is added, or -1; it lies as the result does
 * @param result where the result lies
 */
record ConvolutionNode(
    Conv2d.Geometry geometry,
    MemorySegment filter,
    Optional<MemorySegment> bias,
    boolean planar,
    int residualIndex,
    float min,
    float max,
    Result result) {

  /**
   * Where a result lies.
   *
   * @param step bytes from a pixel to the next
   * @param offset bytes from the image's begin to the first channel
   */
  record Result(long step, long offset) {}

  /** Nothing if filter or bias are computed. */
  static Optional<ConvolutionNode> of(Node node, KernelContext context) {
    Optional<MemorySegment> filter = context.constant(node.operand(Convolution.FILTER));
    Optional<Value> biasOperand = node.findOperand(Convolution.BIAS);
    Optional<MemorySegment> bias = biasOperand.flatMap(context::constant);
    if (filter.isEmpty() || bias.isPresent() != biasOperand.isPresent()) {
      return Optional.empty();
    }
    Conv2d.Geometry geometry = Convolution.geometry(node);
    return Optional.of(
        new ConvolutionNode(
            geometry,
            filter.get(),
            bias,
            node.get(Convolution.INPUT_LAYOUT) == MLInputOperandLayout.NCHW,
            node.indexOf(Convolution.RESIDUAL),
            node.get(Convolution.MIN).floatValue(),
            node.get(Convolution.MAX).floatValue(),
            new Result(4L * geometry.outputChannels(), 0)));
  }

  /**
   * The same with its result among the channels of a wider image. Only products of matrices can
   * write there, and none that adds a residual.
   */
  ConvolutionNode writing(Result part) {
    return new ConvolutionNode(geometry, filter, bias, planar, residualIndex, min, max, part);
  }

  TiledProduct.Epilogue epilogue() {
    boolean clamped = min != Float.NEGATIVE_INFINITY || max != Float.POSITIVE_INFINITY;
    return new TiledProduct.Epilogue(residualIndex >= 0, clamped);
  }

  /** Whether a kernel that has packed filters and biases reads an operand. */
  static boolean reads(int operand, int residualIndex) {
    return operand == 0 || operand == residualIndex;
  }
}
