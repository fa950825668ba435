package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.OperandSlot;
import java.util.List;

/** Blocks of convolutions, with and without expansion, residual, strides and dilations. */
final class InvertedResidualCases {
  private InvertedResidualCases() {}

  static OperatorCase invertedResidual(Draw draw) {
    boolean fast = !draw.oneIn(8);
    MLOperandDataType type = MLOperandDataType.FLOAT32;
    boolean expands = !draw.oneIn(4);
    int inputs = draw.size();
    int expanded = expands ? draw.size() : Math.max(2, inputs);
    int outputs = draw.size();
    int kernelHeight = draw.of(1, 2, 3, 3, 3, 5);
    int kernelWidth = draw.of(1, 2, 3, 3, 3, 5);
    boolean dilated = draw.oneIn(3);
    List<Long> dilations = dilated ? List.of(few(draw), few(draw)) : List.of(1L, 1L);
    List<Long> strides = dilated ? List.of(1L, 1L) : List.of(few(draw), few(draw));
    List<Long> padding = List.of(pad(draw), pad(draw), pad(draw), pad(draw));
    int height = side(draw, kernelHeight, dilations.get(0));
    int width = side(draw, kernelWidth, dilations.get(1));
    OperatorCase.Builder builder =
        OperatorCase.of(InvertedResidual.OPERATOR)
            .with(InvertedResidual.PADDING, padding)
            .with(InvertedResidual.STRIDES, strides)
            .with(InvertedResidual.DILATIONS, dilations)
            .tolerance(Tolerance.sum(inputs + kernelHeight * kernelWidth + expanded + 6));
    Shape input = Shape.of(draw.oneIn(3) ? 2 : 1, height, width, expands ? inputs : expanded);
    builder.operand(InvertedResidual.INPUT, draw.type(type, input), Fill.uniform(-2, 2));
    if (expands) {
      operand(builder, draw, type, InvertedResidual.EXPANSION, expanded, 1, 1, inputs);
      bias(builder, draw, type, InvertedResidual.EXPANSION_BIAS, expanded);
      limits(builder, draw, InvertedResidual.EXPANSION_MIN, InvertedResidual.EXPANSION_MAX);
    }
    operand(
        builder, draw, type, InvertedResidual.DEPTHWISE, expanded, kernelHeight, kernelWidth, 1);
    bias(builder, draw, type, InvertedResidual.DEPTHWISE_BIAS, expanded);
    limits(builder, draw, InvertedResidual.DEPTHWISE_MIN, InvertedResidual.DEPTHWISE_MAX);
    operand(builder, draw, type, InvertedResidual.PROJECTION, outputs, 1, 1, expanded);
    bias(builder, draw, type, InvertedResidual.PROJECTION_BIAS, outputs);
    limits(builder, draw, InvertedResidual.PROJECTION_MIN, InvertedResidual.PROJECTION_MAX);
    if (draw.oneIn(2)) {
      Shape result = InvertedResidual.OPERATOR.infer(builder.call()).getFirst().shape();
      builder.operand(InvertedResidual.RESIDUAL, draw.type(type, result), Fill.uniform(-2, 2));
    }
    if (fast) {
      builder.constant(
          InvertedResidual.EXPANSION,
          InvertedResidual.EXPANSION_BIAS,
          InvertedResidual.DEPTHWISE,
          InvertedResidual.DEPTHWISE_BIAS,
          InvertedResidual.PROJECTION,
          InvertedResidual.PROJECTION_BIAS);
    }
    return builder.build(draw);
  }

  private static void operand(
      OperatorCase.Builder builder,
      Draw draw,
      MLOperandDataType type,
      OperandSlot slot,
      int... dims) {
    builder.operand(slot, draw.type(type, Shape.of(dims)), Fill.uniform(-1, 1));
  }

  private static void bias(
      OperatorCase.Builder builder,
      Draw draw,
      MLOperandDataType type,
      OperandSlot slot,
      int channels) {
    if (draw.oneIn(2)) {
      operand(builder, draw, type, slot, channels);
    }
  }

  private static void limits(
      OperatorCase.Builder builder, Draw draw, Attribute<Double> min, Attribute<Double> max) {
    if (draw.oneIn(2)) {
      builder.with(min, 0.0).with(max, draw.oneIn(2) ? 6.0 : Double.POSITIVE_INFINITY);
    }
  }

  private static long few(Draw draw) {
    return draw.between(1, 3);
  }

  private static long pad(Draw draw) {
    return draw.between(0, 3);
  }

  /** At least as large as the window. */
  private static int side(Draw draw, int kernel, long dilation) {
    return (int) ((kernel - 1) * dilation) + draw.between(1, 12);
  }
}
