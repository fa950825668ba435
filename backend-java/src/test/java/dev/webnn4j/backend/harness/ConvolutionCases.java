package dev.webnn4j.backend.harness;

import dev.webnn4j.MLAutoPad;
import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.util.List;
import java.util.Map;

/** Convolutions: dense, grouped, depthwise; every layout; strides, dilations and padding. */
final class ConvolutionCases {
  /** The multiplications of one case, at most; the reference takes its time over each. */
  private static final int MAX_WORK = 60_000;

  private ConvolutionCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(
        Conv2d.OPERATOR, ConvolutionCases::conv2d,
        GroupConv2d.OPERATOR, ConvolutionCases::groupConv2d,
        Convolution.OPERATOR, ConvolutionCases::convolution,
        InvertedResidual.OPERATOR, InvertedResidualCases::invertedResidual,
        ConcatenatedConvolutions.OPERATOR, ConcatenatedConvolutionsCases::concatenatedConvolutions);
  }

  /** The sizes of a convolution. */
  public record Sizes(
      int batch,
      int groups,
      int inputs,
      int outputs,
      int height,
      int width,
      int kernelHeight,
      int kernelWidth,
      List<Long> strides,
      List<Long> dilations,
      List<Long> padding) {

    /** Sizes that fit each other, and not too large. {@code inputs} and outputs are of a group. */
    static Sizes of(Draw draw) {
      boolean depthwise = draw.oneIn(3);
      boolean pointwise = !depthwise && draw.oneIn(3);
      int groups = depthwise ? draw.size() : draw.oneIn(3) ? draw.between(2, 3) : 1;
      int inputs = depthwise ? 1 : draw.size();
      int outputs = depthwise ? draw.oneIn(4) ? 2 : 1 : draw.size();
      int kernelHeight = pointwise ? 1 : draw.between(1, 5);
      int kernelWidth = pointwise ? 1 : draw.between(1, 5);
      List<Long> dilations = List.of(small(draw, 3), small(draw, 3));
      List<Long> padding =
          draw.oneIn(3)
              ? List.of(0L, 0L, 0L, 0L)
              : List.of(pad(draw), pad(draw), pad(draw), pad(draw));
      // As large as the work allows, but at least as large as the window without its padding.
      long work = (long) groups * inputs * outputs * kernelHeight * kernelWidth;
      int side = (int) Math.max(1, Math.min(20, Math.sqrt((double) MAX_WORK / work)));
      int height = draw.between(1, side) + least(kernelHeight, dilations.get(0), padding, 0);
      int width = draw.between(1, side) + least(kernelWidth, dilations.get(1), padding, 2);
      return new Sizes(
          draw.oneIn(3) ? 2 : 1,
          groups,
          inputs,
          outputs,
          height,
          width,
          kernelHeight,
          kernelWidth,
          List.of(small(draw, 3), small(draw, 3)),
          dilations,
          padding);
    }

    private static int least(int kernel, long dilation, List<Long> padding, int first) {
      long span = (kernel - 1) * dilation + 1;
      return (int) Math.max(0, span - padding.get(first) - padding.get(first + 1) - 1);
    }

    private static long small(Draw draw, int max) {
      return draw.oneIn(2) ? 1 : draw.between(1, max);
    }

    private static long pad(Draw draw) {
      return draw.between(0, 3);
    }

    int terms() {
      return inputs * kernelHeight * kernelWidth + 1;
    }
  }

  private static OperatorCase conv2d(Draw draw) {
    Sizes sizes = Sizes.of(draw);
    MLOperandDataType type = draw.from(Types.FLOATS);
    MLInputOperandLayout layout = draw.of(MLInputOperandLayout.values());
    MLConv2dFilterOperandLayout filterLayout = draw.of(MLConv2dFilterOperandLayout.values());
    int[] filter = new int[4];
    filter[Conv2d.axis(filterLayout, 'O')] = sizes.groups * sizes.outputs;
    filter[Conv2d.axis(filterLayout, 'I')] = sizes.inputs;
    filter[Conv2d.axis(filterLayout, 'H')] = sizes.kernelHeight;
    filter[Conv2d.axis(filterLayout, 'W')] = sizes.kernelWidth;
    Shape input =
        ImageLayout.shape(
            layout, sizes.batch, sizes.groups * sizes.inputs, sizes.height, sizes.width);
    OperatorCase.Builder builder =
        OperatorCase.of(Conv2d.OPERATOR)
            .operand(Conv2d.INPUT, draw.type(type, input), Fill.uniform(-2, 2))
            .operand(Conv2d.FILTER, draw.type(type, Shape.of(filter)), Fill.uniform(-2, 2))
            .with(Conv2d.INPUT_LAYOUT, layout)
            .with(Conv2d.FILTER_LAYOUT, filterLayout)
            .with(Conv2d.STRIDES, sizes.strides)
            .with(Conv2d.DILATIONS, sizes.dilations)
            .with(Conv2d.PADDING, sizes.padding)
            .with(Conv2d.GROUPS, (long) sizes.groups)
            .tolerance(Tolerance.sum(sizes.terms()));
    if (draw.oneIn(2)) {
      Shape bias = Shape.of(sizes.groups * sizes.outputs);
      builder.operand(Conv2d.BIAS, draw.type(type, bias), Fill.uniform(-2, 2));
    }
    return builder.build(draw);
  }

  private static OperatorCase convolution(Draw draw) {
    Sizes sizes = Sizes.of(draw);
    // Mostly as the faster tiers want it.
    boolean fast = !draw.oneIn(4);
    MLOperandDataType type = fast ? MLOperandDataType.FLOAT32 : draw.from(Types.FLOATS);
    MLInputOperandLayout layout =
        draw.oneIn(3) ? MLInputOperandLayout.NCHW : MLInputOperandLayout.NHWC;
    Shape input =
        ImageLayout.shape(
            layout, sizes.batch, sizes.groups * sizes.inputs, sizes.height, sizes.width);
    Shape filter =
        Shape.of(sizes.groups * sizes.outputs, sizes.kernelHeight, sizes.kernelWidth, sizes.inputs);
    OperatorCase.Builder builder =
        OperatorCase.of(Convolution.OPERATOR)
            .operand(Convolution.INPUT, draw.type(type, input), Fill.uniform(-2, 2))
            .operand(Convolution.FILTER, draw.type(type, filter), Fill.uniform(-2, 2))
            .with(Convolution.STRIDES, sizes.strides)
            .with(Convolution.DILATIONS, sizes.dilations)
            .with(Convolution.PADDING, sizes.padding)
            .with(Convolution.GROUPS, (long) sizes.groups)
            .with(Convolution.INPUT_LAYOUT, layout)
            .tolerance(Tolerance.sum(sizes.terms() + 1));
    if (fast) {
      builder.constant(Convolution.FILTER, Convolution.BIAS);
    }
    if (draw.oneIn(2)) {
      Shape bias = Shape.of(sizes.groups * sizes.outputs);
      builder.operand(Convolution.BIAS, draw.type(type, bias), Fill.uniform(-2, 2));
    }
    if (draw.oneIn(2)) {
      Shape result = Convolution.OPERATOR.infer(builder.call()).getFirst().shape();
      builder.operand(Convolution.RESIDUAL, draw.type(type, result), Fill.uniform(-2, 2));
    }
    if (draw.oneIn(2)) {
      builder.with(Convolution.MIN, draw.oneIn(2) ? 0.0 : -1.0).with(Convolution.MAX, 6.0);
    }
    return builder.build(draw);
  }

  private static OperatorCase groupConv2d(Draw draw) {
    Sizes sizes = Sizes.of(draw);
    MLOperandDataType type = draw.from(Types.FLOATS);
    Shape input = Shape.of(sizes.batch, sizes.groups * sizes.inputs, sizes.height, sizes.width);
    Shape filter =
        Shape.of(sizes.groups, sizes.outputs, sizes.inputs, sizes.kernelHeight, sizes.kernelWidth);
    long spanHeight = (sizes.kernelHeight - 1) * sizes.dilations.get(0) + 1;
    long spanWidth = (sizes.kernelWidth - 1) * sizes.dilations.get(1) + 1;
    boolean fits = spanHeight <= sizes.height && spanWidth <= sizes.width;
    MLAutoPad autoPad = draw.of(MLAutoPad.values());
    return OperatorCase.of(GroupConv2d.OPERATOR)
        .operand(GroupConv2d.INPUT, draw.type(type, input), Fill.uniform(-2, 2))
        .operand(GroupConv2d.FILTER, draw.type(type, filter), Fill.uniform(-2, 2))
        .with(GroupConv2d.STRIDES, sizes.strides)
        .with(GroupConv2d.DILATIONS, sizes.dilations)
        .with(GroupConv2d.PADDING, sizes.padding)
        .with(
            GroupConv2d.AUTO_PAD,
            autoPad == MLAutoPad.VALID && !fits ? MLAutoPad.EXPLICIT : autoPad)
        .tolerance(Tolerance.sum(sizes.terms()))
        .build(draw);
  }
}
