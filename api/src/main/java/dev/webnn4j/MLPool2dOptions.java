package dev.webnn4j;

import dev.webnn4j.op.Pool2d;

/** Options of the poolings; see {@link Pool2d}. */
public final class MLPool2dOptions extends MLOptions<MLPool2dOptions> {
  MLPool2dOptions() {}

  /** Height, width; the whole image if not given. */
  public MLPool2dOptions windowDimensions(int... values) {
    return set(Pool2d.WINDOW_DIMENSIONS, longs(values));
  }

  /** Beginning height, ending height, beginning width, ending width. */
  public MLPool2dOptions padding(int... values) {
    return set(Pool2d.PADDING, longs(values));
  }

  /** Height, width. */
  public MLPool2dOptions strides(int... values) {
    return set(Pool2d.STRIDES, longs(values));
  }

  /** Height, width. */
  public MLPool2dOptions dilations(int... values) {
    return set(Pool2d.DILATIONS, longs(values));
  }

  public MLPool2dOptions layout(MLInputOperandLayout value) {
    return set(Pool2d.LAYOUT, value);
  }

  public MLPool2dOptions outputShapeRounding(MLRoundingType value) {
    return set(Pool2d.OUTPUT_SHAPE_ROUNDING, value);
  }

  /** Height, width. */
  public MLPool2dOptions outputSizes(int... values) {
    return set(Pool2d.OUTPUT_SIZES, longs(values));
  }
}
