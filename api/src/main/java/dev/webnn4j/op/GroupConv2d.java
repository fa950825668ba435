package dev.webnn4j.op;

import dev.webnn4j.MLAutoPad;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLRoundingType;
import dev.webnn4j.Shape;
import java.util.List;

/**
 * A grouped convolution whose filter carries the groups as a dimension of its own: an extension,
 * with the meaning of OpenVINO's <a
 * href="https://docs.openvino.ai/2025/documentation/openvino-ir-format/operation-sets/operation-specs/convolution/group-convolution-1.html">
 * GroupConvolution-1</a>. The input is [N, G·I, H, W], the filter [G, O, I, kH, kW], the result [N,
 * G·O, H', W'].
 */
public final class GroupConv2d {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).rank(4);
  public static final OperandSlot FILTER =
      OperandSlot.of("filter", Types.FLOATS).rank(5).sameTypeAs(INPUT);

  public static final Attribute<List<Long>> PADDING = Attribute.uints("padding", 0L, 0L, 0L, 0L);
  public static final Attribute<List<Long>> STRIDES = Attribute.uints("strides", 1L, 1L);
  public static final Attribute<List<Long>> DILATIONS = Attribute.uints("dilations", 1L, 1L);

  /** Where the padding comes from; {@code padding} counts only if this is explicit. */
  public static final Attribute<MLAutoPad> AUTO_PAD =
      Attribute.choice("autoPad", "MLAutoPad", MLAutoPad.EXPLICIT);

  public static final Operator OPERATOR =
      Operator.named("groupConv2d")
          .operands(INPUT, FILTER)
          .attributes(PADDING, STRIDES, DILATIONS, AUTO_PAD)
          .extension()
          .infers(GroupConv2d::infer);

  private GroupConv2d() {}

  private static MLOperandDescriptor infer(Call call) {
    Conv2d.Geometry geometry = geometry(call);
    Window2d window = geometry.window();
    return call.type(INPUT)
        .withShape(
            Shape.of(
                geometry.batch(),
                geometry.outputChannels(),
                window.height().output(),
                window.width().output()));
  }

  /** Checks a call and gives the geometry of the convolution it stands for. */
  public static Conv2d.Geometry geometry(Call call) {
    Shape input = call.shape(INPUT);
    Shape filter = call.shape(FILTER);
    int groups = filter.dim(0);
    call.check(
        (long) groups * filter.dim(2) == input.dim(1),
        "the filter %s takes %d groups of %d channels; the input has %d",
        filter,
        groups,
        filter.dim(2),
        input.dim(1));
    int[] strides = call.getInts(STRIDES, 2, 1);
    int[] dilations = call.getInts(DILATIONS, 2, 1);
    int[] spatial = {input.dim(2), input.dim(3)};
    int[] window = {filter.dim(3), filter.dim(4)};
    Window2d slid =
        Window2d.of(
            call,
            spatial,
            window,
            strides,
            dilations,
            padding(call, spatial, window, strides, dilations),
            MLRoundingType.FLOOR);
    return new Conv2d.Geometry(
        input.dim(0), input.dim(1), Math.multiplyExact(groups, filter.dim(1)), groups, slid);
  }

  private static int[] padding(
      Call call, int[] input, int[] window, int[] strides, int[] dilations) {
    int[] padding = call.getInts(PADDING, 4, 0);
    MLAutoPad autoPad = call.get(AUTO_PAD);
    if (autoPad == MLAutoPad.EXPLICIT) {
      return padding;
    }
    for (int i = 0; i < 2; i++) {
      long span = (window[i] - 1L) * dilations[i] + 1;
      long steps = Math.ceilDiv((long) input[i], (long) strides[i]) - 1;
      long total =
          autoPad == MLAutoPad.VALID ? 0 : Math.max(steps * strides[i] + span - input[i], 0);
      long less = total / 2;
      boolean upper = autoPad == MLAutoPad.SAME_UPPER;
      padding[2 * i] = Math.toIntExact(upper ? less : total - less);
      padding[2 * i + 1] = Math.toIntExact(upper ? total - less : less);
    }
    return padding;
  }
}
