package dev.webnn4j.op;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.List;

/**
 * A two-dimensional transposed convolution, with groups: every pixel of the input adds the filter,
 * times itself, to the result, {@code strides} apart from where its neighbour does.
 */
public final class ConvTranspose2d {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).rank(4);
  public static final OperandSlot FILTER =
      OperandSlot.of("filter", Types.FLOATS).rank(4).sameTypeAs(INPUT);
  public static final OperandSlot BIAS =
      OperandSlot.of("bias", Types.FLOATS).rank(1).sameTypeAs(INPUT).optional();

  public static final Attribute<List<Long>> PADDING = Attribute.uints("padding", 0L, 0L, 0L, 0L);
  public static final Attribute<List<Long>> STRIDES = Attribute.uints("strides", 1L, 1L);
  public static final Attribute<List<Long>> DILATIONS = Attribute.uints("dilations", 1L, 1L);

  /** Rows and columns added at the end of the result; ignored if its sizes are given. */
  public static final Attribute<List<Long>> OUTPUT_PADDING =
      Attribute.uints("outputPadding", 0L, 0L);

  /** The size of the result; what it has more than the formula gives is at its end. */
  public static final Attribute<List<Long>> OUTPUT_SIZES = Attribute.optionalUints("outputSizes");

  public static final Attribute<Long> GROUPS = Attribute.uint("groups", 1);
  public static final Attribute<MLInputOperandLayout> INPUT_LAYOUT =
      Attribute.choice("inputLayout", "MLInputOperandLayout", MLInputOperandLayout.NCHW);
  public static final Attribute<MLConvTranspose2dFilterOperandLayout> FILTER_LAYOUT =
      Attribute.choice(
          "filterLayout",
          "MLConvTranspose2dFilterOperandLayout",
          MLConvTranspose2dFilterOperandLayout.IOHW);

  public static final Operator OPERATOR =
      Operator.named("convTranspose2d")
          .operands(INPUT, FILTER, BIAS)
          .attributes(
              PADDING,
              STRIDES,
              DILATIONS,
              OUTPUT_PADDING,
              OUTPUT_SIZES,
              GROUPS,
              INPUT_LAYOUT,
              FILTER_LAYOUT)
          .infers(call -> geometry(call).outputType(call));

  private ConvTranspose2d() {}

  /**
   * What a transposed convolution computes, whatever the layouts of its operands.
   *
   * @param inputChannels of all groups together
   * @param outputChannels of all groups together
   */
  public record Geometry(
      int batch, int inputChannels, int outputChannels, int groups, Axis height, Axis width) {

    public int inputChannelsPerGroup() {
      return inputChannels / groups;
    }

    public int outputChannelsPerGroup() {
      return outputChannels / groups;
    }

    private MLOperandDescriptor outputType(Call call) {
      return call.type(INPUT)
          .withShape(
              ImageLayout.shape(
                  call.get(INPUT_LAYOUT), batch, outputChannels, height.output, width.output));
    }
  }

  /**
   * The geometry of one spatial axis, in pixels: tap {@code t} of the window at pixel {@code i} of
   * the input adds to pixel {@code i * stride + t * dilation - begin} of the result, if there is
   * one.
   *
   * @param window taps of the filter
   * @param begin what is left out before the first pixel of the result
   */
  public record Axis(int input, int output, int window, int stride, int dilation, int begin) {}

  /**
   * The geometry of a call that can be computed. The specification lets builders take groups that
   * do not divide the input channels, and web-platform-tests want it, but there is no such
   * convolution.
   *
   * @throws IllegalArgumentException if the groups do not divide the input channels
   */
  public static Geometry computable(Call call) {
    Geometry geometry = geometry(call);
    call.check(
        geometry.inputChannels % geometry.groups == 0,
        "groups %d must divide the %d input channels",
        geometry.groups,
        geometry.inputChannels);
    return geometry;
  }

  /** Checks a call and gives its geometry. */
  private static Geometry geometry(Call call) {
    MLInputOperandLayout layout = call.get(INPUT_LAYOUT);
    Shape input = call.shape(INPUT);
    Shape filter = call.shape(FILTER);
    MLConvTranspose2dFilterOperandLayout filterLayout = call.get(FILTER_LAYOUT);
    int channels = input.dim(ImageLayout.channelAxis(layout));
    int filterChannels = filter.dim(axis(filterLayout, 'I'));
    call.check(
        channels == filterChannels,
        "the filter takes %d input channels; the input has %d",
        filterChannels,
        channels);
    long groups = call.get(GROUPS);
    call.check(groups > 0, "groups must be at least 1, not %d", groups);
    long outputChannels = filter.dim(axis(filterLayout, 'O')) * groups;
    call.check(
        outputChannels <= Integer.MAX_VALUE, "the result would have %d channels", outputChannels);
    call.operands()
        .find(BIAS)
        .ifPresent(
            bias ->
                call.check(
                    bias.shape().equals(Shape.of((int) outputChannels)),
                    "bias has shape %s; it must be [%d], one value an output channel",
                    bias.shape(),
                    outputChannels));
    int[] spatial = ImageLayout.spatial(input, layout);
    int[] window = {filter.dim(axis(filterLayout, 'H')), filter.dim(axis(filterLayout, 'W'))};
    int[] padding = call.getInts(PADDING, 4, 0);
    int[] strides = call.getInts(STRIDES, 2, 1);
    int[] dilations = call.getInts(DILATIONS, 2, 1);
    int[] output = outputSizes(call, spatial, window, padding, strides, dilations);
    Axis[] axes = new Axis[2];
    for (int i = 0; i < 2; i++) {
      axes[i] =
          new Axis(spatial[i], output[i], window[i], strides[i], dilations[i], padding[2 * i]);
    }
    return new Geometry(
        input.dim(0), channels, (int) outputChannels, (int) groups, axes[0], axes[1]);
  }

  private static int[] outputSizes(
      Call call, int[] input, int[] window, int[] padding, int[] strides, int[] dilations) {
    int[] added = call.getInts(OUTPUT_PADDING, 2, 0);
    boolean given = call.find(OUTPUT_SIZES).isPresent();
    int[] sizes = given ? call.getInts(OUTPUT_SIZES, 2, 1) : new int[2];
    for (int i = 0; i < 2; i++) {
      long span = (window[i] - 1L) * dilations[i] + 1;
      long least = (input[i] - 1L) * strides[i] + span - padding[2 * i] - padding[2 * i + 1];
      if (given) {
        call.check(
            sizes[i] >= least && sizes[i] < least + strides[i],
            "outputSizes has %d where %d to %d are possible",
            sizes[i],
            least,
            least + strides[i] - 1);
        continue;
      }
      call.check(
          added[i] < strides[i],
          "outputPadding %d must be less than the stride %d",
          added[i],
          strides[i]);
      long size = least + added[i];
      call.check(
          size >= 1 && size <= Integer.MAX_VALUE, "the result would be %d pixels wide", size);
      sizes[i] = (int) size;
    }
    return sizes;
  }

  /**
   * The axis of a filter's dimension.
   *
   * @param dimension I, O, H or W
   */
  public static int axis(MLConvTranspose2dFilterOperandLayout layout, char dimension) {
    return layout.name().indexOf(dimension);
  }
}
