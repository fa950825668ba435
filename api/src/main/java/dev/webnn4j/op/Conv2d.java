package dev.webnn4j.op;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLRoundingType;
import dev.webnn4j.Shape;
import java.util.List;

/** A two-dimensional cross-correlation, with groups. */
public final class Conv2d {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).rank(4);
  public static final OperandSlot FILTER =
      OperandSlot.of("filter", Types.FLOATS).rank(4).sameTypeAs(INPUT);
  public static final OperandSlot BIAS =
      OperandSlot.of("bias", Types.FLOATS).rank(1).sameTypeAs(INPUT).optional();

  public static final Attribute<List<Long>> PADDING = Attribute.uints("padding", 0L, 0L, 0L, 0L);
  public static final Attribute<List<Long>> STRIDES = Attribute.uints("strides", 1L, 1L);
  public static final Attribute<List<Long>> DILATIONS = Attribute.uints("dilations", 1L, 1L);
  public static final Attribute<Long> GROUPS = Attribute.uint("groups", 1);
  public static final Attribute<MLInputOperandLayout> INPUT_LAYOUT =
      Attribute.choice("inputLayout", "MLInputOperandLayout", MLInputOperandLayout.NCHW);
  public static final Attribute<MLConv2dFilterOperandLayout> FILTER_LAYOUT =
      Attribute.choice(
          "filterLayout", "MLConv2dFilterOperandLayout", MLConv2dFilterOperandLayout.OIHW);

  public static final Operator OPERATOR =
      Operator.named("conv2d")
          .operands(INPUT, FILTER, BIAS)
          .attributes(PADDING, STRIDES, DILATIONS, GROUPS, INPUT_LAYOUT, FILTER_LAYOUT)
          .infers(call -> geometry(call).outputType(call));

  private Conv2d() {}

  /**
   * What a convolution computes, whatever the layouts of its operands.
   *
   * @param inputChannels of all groups together
   * @param outputChannels of all groups together
   */
  public record Geometry(
      int batch, int inputChannels, int outputChannels, int groups, Window2d window) {

    public int inputChannelsPerGroup() {
      return inputChannels / groups;
    }

    public int outputChannelsPerGroup() {
      return outputChannels / groups;
    }

    /** One filter per channel: every group has one channel in and one out. */
    public boolean isDepthwise() {
      return groups == inputChannels && groups == outputChannels && groups > 1;
    }

    private MLOperandDescriptor outputType(Call call) {
      return call.type(INPUT)
          .withShape(
              ImageLayout.shape(
                  call.get(INPUT_LAYOUT),
                  batch,
                  outputChannels,
                  window.height().output(),
                  window.width().output()));
    }
  }

  /** Checks a call and gives its geometry. */
  public static Geometry geometry(Call call) {
    int[] padding = call.getInts(PADDING, 4, 0);
    int[] strides = call.getInts(STRIDES, 2, 1);
    int[] dilations = call.getInts(DILATIONS, 2, 1);
    MLInputOperandLayout layout = call.get(INPUT_LAYOUT);
    Shape input = call.shape(INPUT);
    Shape filter = call.shape(FILTER);
    MLConv2dFilterOperandLayout filterLayout = call.get(FILTER_LAYOUT);
    int outputChannels = filter.dim(axis(filterLayout, 'O'));
    int filterInputChannels = filter.dim(axis(filterLayout, 'I'));
    int channels = input.dim(ImageLayout.channelAxis(layout));
    long groups = call.get(GROUPS);
    call.check(
        groups > 0 && channels % groups == 0,
        "groups %d must divide the %d input channels",
        groups,
        channels);
    call.check(
        channels / groups == filterInputChannels,
        "the filter takes %d input channels a group; the input has %d in %d groups",
        filterInputChannels,
        channels,
        groups);
    call.check(
        outputChannels % groups == 0,
        "groups %d must divide the %d output channels",
        groups,
        outputChannels);
    call.operands()
        .find(BIAS)
        .ifPresent(
            bias ->
                call.check(
                    bias.shape().equals(Shape.of(outputChannels)),
                    "bias has shape %s; it must be [%d], one value an output channel",
                    bias.shape(),
                    outputChannels));
    int[] window = {filter.dim(axis(filterLayout, 'H')), filter.dim(axis(filterLayout, 'W'))};
    return new Geometry(
        input.dim(0),
        channels,
        outputChannels,
        (int) groups,
        Window2d.of(
            call,
            ImageLayout.spatial(input, layout),
            window,
            strides,
            dilations,
            padding,
            MLRoundingType.FLOOR));
  }

  /**
   * The axis of a filter's dimension.
   *
   * @param dimension O, I, H or W
   */
  public static int axis(MLConv2dFilterOperandLayout layout, char dimension) {
    return layout.name().indexOf(dimension);
  }
}
