package dev.webnn4j;

import dev.webnn4j.op.ConvTranspose2d;

/** Options of convTranspose2d; see {@link ConvTranspose2d}. */
public final class MLConvTranspose2dOptions extends MLOptions<MLConvTranspose2dOptions> {
  MLConvTranspose2dOptions() {}

  /**
   * Beginning height, ending height, beginning width, ending width: rows and columns that are left
   * out of the result.
   */
  public MLConvTranspose2dOptions padding(int... values) {
    return set(ConvTranspose2d.PADDING, longs(values));
  }

  /** Height, width: how far apart neighbours of the input lie in the result. */
  public MLConvTranspose2dOptions strides(int... values) {
    return set(ConvTranspose2d.STRIDES, longs(values));
  }

  /** Height, width. */
  public MLConvTranspose2dOptions dilations(int... values) {
    return set(ConvTranspose2d.DILATIONS, longs(values));
  }

  /** Height, width: rows and columns added at the end; less than the strides. */
  public MLConvTranspose2dOptions outputPadding(int... values) {
    return set(ConvTranspose2d.OUTPUT_PADDING, longs(values));
  }

  /** Height, width of the result; the outputPadding follows from it and is not looked at. */
  public MLConvTranspose2dOptions outputSizes(int... values) {
    return set(ConvTranspose2d.OUTPUT_SIZES, longs(values));
  }

  public MLConvTranspose2dOptions groups(long value) {
    return set(ConvTranspose2d.GROUPS, value);
  }

  public MLConvTranspose2dOptions inputLayout(MLInputOperandLayout value) {
    return set(ConvTranspose2d.INPUT_LAYOUT, value);
  }

  public MLConvTranspose2dOptions filterLayout(MLConvTranspose2dFilterOperandLayout value) {
    return set(ConvTranspose2d.FILTER_LAYOUT, value);
  }

  /** One value an output channel. */
  public MLConvTranspose2dOptions bias(MLOperand operand) {
    return bind(ConvTranspose2d.BIAS, operand);
  }
}
