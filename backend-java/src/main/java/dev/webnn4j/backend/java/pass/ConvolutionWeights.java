package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.OperandSlot;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The filter and bias of a convolution of either kind, channels last.
 *
 * @param channelOf for each element of the filter, the channel of the result that it adds to
 */
record ConvolutionWeights(OperandSlot filter, OperandSlot bias, IntUnaryOperator channelOf) {

  /** Those of a node; empty if it is no convolution or something has joined it that comes last. */
  static Optional<ConvolutionWeights> of(Node node) {
    if (node.operator() == Convolution.OPERATOR) {
      boolean bare =
          !node.operands().has(Convolution.RESIDUAL)
              && node.get(Convolution.MIN) == Double.NEGATIVE_INFINITY
              && node.get(Convolution.MAX) == Double.POSITIVE_INFINITY;
      long perChannel = node.operand(Convolution.FILTER).shape().elementCount(1, 4);
      return bare
          ? Optional.of(
              new ConvolutionWeights(
                  Convolution.FILTER, Convolution.BIAS, i -> (int) (i / perChannel)))
          : Optional.empty();
    }
    boolean transposed =
        node.operator() == ConvTranspose2d.OPERATOR
            && node.get(ConvTranspose2d.INPUT_LAYOUT) == MLInputOperandLayout.NHWC;
    return transposed
        ? Optional.of(
            new ConvolutionWeights(
                ConvTranspose2d.FILTER, ConvTranspose2d.BIAS, channelOfTransposed(node)))
        : Optional.empty();
  }

  /** The input channels of a filter are those of all groups, its output channels those of one. */
  private static IntUnaryOperator channelOfTransposed(Node node) {
    Shape shape = node.operand(ConvTranspose2d.FILTER).shape();
    MLConvTranspose2dFilterOperandLayout layout = node.get(ConvTranspose2d.FILTER_LAYOUT);
    int inputAxis = ConvTranspose2d.axis(layout, 'I');
    int outputAxis = ConvTranspose2d.axis(layout, 'O');
    int inputs = shape.dim(inputAxis);
    int outputs = shape.dim(outputAxis);
    long inputStep = shape.elementCount(inputAxis + 1, 4);
    long outputStep = shape.elementCount(outputAxis + 1, 4);
    int inputsOfGroup = Math.ceilDiv(inputs, node.get(ConvTranspose2d.GROUPS).intValue());
    return i -> {
      int input = (int) (i / inputStep % inputs);
      int output = (int) (i / outputStep % outputs);
      return input / inputsOfGroup * outputs + output;
    };
  }
}
