package dev.webnn4j.op;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLRoundingType;
import dev.webnn4j.Shape;
import java.util.Arrays;
import java.util.List;

/** What the poolings of {@link Pooling} have in common: the window that slides over an image. */
public final class Pool2d {
  /** The window; absent means the whole image. */
  public static final Attribute<List<Long>> WINDOW_DIMENSIONS =
      Attribute.optionalUints("windowDimensions");

  public static final Attribute<List<Long>> PADDING = Attribute.uints("padding", 0L, 0L, 0L, 0L);
  public static final Attribute<List<Long>> STRIDES = Attribute.uints("strides", 1L, 1L);
  public static final Attribute<List<Long>> DILATIONS = Attribute.uints("dilations", 1L, 1L);
  public static final Attribute<MLInputOperandLayout> LAYOUT =
      Attribute.choice("layout", "MLInputOperandLayout", MLInputOperandLayout.NCHW);
  public static final Attribute<MLRoundingType> OUTPUT_SHAPE_ROUNDING =
      Attribute.choice("outputShapeRounding", "MLRoundingType", MLRoundingType.FLOOR)
          .formerly("roundingType");

  /** The size of the result, which must be what one of the roundings gives. */
  public static final Attribute<List<Long>> OUTPUT_SIZES = Attribute.optionalUints("outputSizes");

  private Pool2d() {}

  static MLOperandDescriptor infer(Call call, OperandSlot slot) {
    Shape shape = call.shape(slot);
    MLInputOperandLayout layout = call.get(LAYOUT);
    Window2d window = window(call, slot);
    return call.type(slot)
        .withShape(
            ImageLayout.shape(
                layout,
                shape.dim(0),
                shape.dim(ImageLayout.channelAxis(layout)),
                window.height().output(),
                window.width().output()));
  }

  /** Checks a call and gives the geometry of its window. */
  public static Window2d window(Call call, OperandSlot slot) {
    int[] spatial = ImageLayout.spatial(call.shape(slot), call.get(LAYOUT));
    int[] window =
        call.find(WINDOW_DIMENSIONS).isPresent() ? call.getInts(WINDOW_DIMENSIONS, 2, 1) : spatial;
    int[] padding = call.getInts(PADDING, 4, 0);
    int[] strides = call.getInts(STRIDES, 2, 1);
    int[] dilations = call.getInts(DILATIONS, 2, 1);
    if (call.find(OUTPUT_SIZES).isEmpty()) {
      return Window2d.of(
          call, spatial, window, strides, dilations, padding, call.get(OUTPUT_SHAPE_ROUNDING));
    }
    int[] sizes = call.getInts(OUTPUT_SIZES, 2, 1);
    for (MLRoundingType rounding : MLRoundingType.values()) {
      Window2d rounded = Window2d.of(call, spatial, window, strides, dilations, padding, rounding);
      if (rounded.height().output() == sizes[0] && rounded.width().output() == sizes[1]) {
        return rounded;
      }
    }
    throw call.error(
        "outputSizes %s is neither the floor nor the ceil of what the window gives",
        Arrays.toString(sizes));
  }
}
