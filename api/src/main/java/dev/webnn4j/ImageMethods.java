package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Resample2d;
import java.util.function.Consumer;

/** Operators on images: convolution and its transpose, pooling, resampling. */
public sealed interface ImageMethods extends OperatorMethods permits MLGraphBuilder {

  /**
   * A two-dimensional convolution.
   *
   * @param input [N, C, H, W], or as inputLayout says
   * @param filter [O, C / groups, kH, kW], or as filterLayout says
   * @return [N, O, H', W'], or as inputLayout says
   */
  default MLOperand conv2d(MLOperand input, MLOperand filter, Consumer<MLConv2dOptions> options) {
    return apply(
        Conv2d.OPERATOR,
        Operands.of(Conv2d.INPUT, input, Conv2d.FILTER, filter),
        Attributes.NONE,
        new MLConv2dOptions(),
        options);
  }

  /** A two-dimensional convolution with the default options. */
  default MLOperand conv2d(MLOperand input, MLOperand filter) {
    return conv2d(input, filter, o -> {});
  }

  /**
   * A two-dimensional transposed convolution: each pixel of the input adds the filter, times
   * itself, to the result. Along each axis the result has {@code (in - 1) * stride + (kernel - 1) *
   * dilation + 1 - padding + outputPadding} pixels, or as many as outputSizes says; what either of
   * these adds is at the end.
   *
   * @param input [N, C, H, W], or as inputLayout says
   * @param filter [C, O / groups, kH, kW], or as filterLayout says
   * @return [N, O, H', W'], or as inputLayout says
   */
  default MLOperand convTranspose2d(
      MLOperand input, MLOperand filter, Consumer<MLConvTranspose2dOptions> options) {
    return apply(
        ConvTranspose2d.OPERATOR,
        Operands.of(ConvTranspose2d.INPUT, input, ConvTranspose2d.FILTER, filter),
        Attributes.NONE,
        new MLConvTranspose2dOptions(),
        options);
  }

  /** A two-dimensional transposed convolution with the default options. */
  default MLOperand convTranspose2d(MLOperand input, MLOperand filter) {
    return convTranspose2d(input, filter, o -> {});
  }

  /**
   * A grouped convolution with the groups as a dimension of the filter; an extension.
   *
   * @param input [N, G * C, H, W]
   * @param filter [G, O, C, kH, kW]; may be computed
   * @return [N, G * O, H', W']
   */
  default MLOperand groupConv2d(
      MLOperand input, MLOperand filter, Consumer<MLGroupConv2dOptions> options) {
    return apply(
        GroupConv2d.OPERATOR,
        Operands.of(GroupConv2d.INPUT, input, GroupConv2d.FILTER, filter),
        Attributes.NONE,
        new MLGroupConv2dOptions(),
        options);
  }

  /** The mean of each window. */
  default MLOperand averagePool2d(MLOperand input, Consumer<MLPool2dOptions> options) {
    return pool(Pooling.AVERAGE_POOL2D, input, options);
  }

  /** The root of the sum of squares of each window. */
  default MLOperand l2Pool2d(MLOperand input, Consumer<MLPool2dOptions> options) {
    return pool(Pooling.L2_POOL2D, input, options);
  }

  /** The greatest element of each window. */
  default MLOperand maxPool2d(MLOperand input, Consumer<MLPool2dOptions> options) {
    return pool(Pooling.MAX_POOL2D, input, options);
  }

  /** One of the poolings. */
  default MLOperand pool(Pooling pooling, MLOperand input, Consumer<MLPool2dOptions> options) {
    return apply(
        pooling.operator(),
        Operands.of(pooling.input(), input),
        Attributes.NONE,
        new MLPool2dOptions(),
        options);
  }

  /** Resizes two axes. */
  default MLOperand resample2d(MLOperand input, Consumer<MLResample2dOptions> options) {
    return apply(
        Resample2d.OPERATOR,
        Operands.of(Resample2d.INPUT, input),
        Attributes.NONE,
        new MLResample2dOptions(),
        options);
  }
}
