package dev.webnn4j.backend.harness;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.Operator;
import java.util.List;
import java.util.Map;

/**
 * Transposed convolutions: every layout; groups, strides, dilations and padding, some strides wider
 * than the filter; sizes given or padded.
 */
final class TransposedConvolutionCases {
  /** The multiplications of one case, at most; the reference takes its time over each. */
  private static final int MAX_WORK = 60_000;

  private TransposedConvolutionCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(ConvTranspose2d.OPERATOR, TransposedConvolutionCases::convTranspose2d);
  }

  private static OperatorCase convTranspose2d(Draw draw) {
    // More of what the vector tier takes.
    MLOperandDataType type = draw.oneIn(4) ? MLOperandDataType.FLOAT16 : MLOperandDataType.FLOAT32;
    boolean depthwise = draw.oneIn(8);
    int groups = depthwise ? draw.size() : draw.oneIn(3) ? draw.between(2, 3) : 1;
    int inputs = depthwise ? 1 : draw.size();
    int outputs = depthwise ? draw.between(1, 2) : draw.size() + (groups > 1 ? 7 : 0);
    int[] kernel = {draw.between(1, 4), draw.between(1, 4)};
    long work = (long) groups * inputs * outputs * kernel[0] * kernel[1];
    int side = (int) Math.clamp(Math.sqrt((double) MAX_WORK / work), 1, 12);
    int[] size = {draw.between(1, side), draw.between(1, side)};
    Long[] strides = {small(draw), small(draw)};
    Long[] dilations = {small(draw), small(draw)};
    Long[] padding = {0L, 0L, 0L, 0L};
    Long[] sizes = new Long[2];
    Long[] added = new Long[2];
    for (int axis = 0; axis < 2; axis++) {
      long full = (size[axis] - 1) * strides[axis] + (kernel[axis] - 1) * dilations[axis] + 1;
      added[axis] = (long) draw.between(0, (int) (strides[axis] - 1));
      // Something must be left of the result.
      long left = full + added[axis] - 1;
      padding[2 * axis] = draw.oneIn(2) ? 0 : Math.min(left, draw.between(0, 5));
      left -= padding[2 * axis];
      padding[2 * axis + 1] = draw.oneIn(2) ? 0 : Math.min(left, draw.between(0, 5));
      sizes[axis] = 1 + full + added[axis] - 1 - padding[2 * axis] - padding[2 * axis + 1];
    }
    MLInputOperandLayout layout =
        draw.oneIn(4) ? MLInputOperandLayout.NCHW : MLInputOperandLayout.NHWC;
    MLConvTranspose2dFilterOperandLayout filterLayout =
        draw.of(MLConvTranspose2dFilterOperandLayout.values());
    int[] filter = new int[4];
    filter[ConvTranspose2d.axis(filterLayout, 'I')] = groups * inputs;
    filter[ConvTranspose2d.axis(filterLayout, 'O')] = outputs;
    filter[ConvTranspose2d.axis(filterLayout, 'H')] = kernel[0];
    filter[ConvTranspose2d.axis(filterLayout, 'W')] = kernel[1];
    Shape input =
        ImageLayout.shape(layout, draw.oneIn(3) ? 2 : 1, groups * inputs, size[0], size[1]);
    OperatorCase.Builder builder =
        OperatorCase.of(ConvTranspose2d.OPERATOR)
            .operand(ConvTranspose2d.INPUT, draw.type(type, input), Fill.uniform(-2, 2))
            .operand(ConvTranspose2d.FILTER, draw.type(type, Shape.of(filter)), Fill.uniform(-2, 2))
            .with(ConvTranspose2d.INPUT_LAYOUT, layout)
            .with(ConvTranspose2d.FILTER_LAYOUT, filterLayout)
            .with(ConvTranspose2d.STRIDES, List.of(strides))
            .with(ConvTranspose2d.DILATIONS, List.of(dilations))
            .with(ConvTranspose2d.PADDING, List.of(padding))
            .with(ConvTranspose2d.GROUPS, (long) groups)
            .tolerance(Tolerance.sum(inputs * kernel[0] * kernel[1] + 1));
    if (draw.oneIn(2)) {
      builder.with(ConvTranspose2d.OUTPUT_PADDING, List.of(added));
    } else {
      builder.with(ConvTranspose2d.OUTPUT_SIZES, List.of(sizes));
    }
    if (draw.oneIn(4)) {
      Shape bias = Shape.of(groups * outputs);
      builder.operand(ConvTranspose2d.BIAS, draw.type(type, bias), Fill.uniform(-2, 2));
    }
    return builder.build(draw);
  }

  private static long small(Draw draw) {
    return draw.oneIn(2) ? 1 : draw.between(1, 5);
  }
}
