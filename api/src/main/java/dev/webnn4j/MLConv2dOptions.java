package dev.webnn4j;

import dev.webnn4j.op.Conv2d;

/** Options of conv2d; see {@link Conv2d}. */
public final class MLConv2dOptions extends MLOptions<MLConv2dOptions> {
  MLConv2dOptions() {}

  /** Beginning height, ending height, beginning width, ending width. */
  public MLConv2dOptions padding(int... values) {
    return set(Conv2d.PADDING, longs(values));
  }

  /** Height, width. */
  public MLConv2dOptions strides(int... values) {
    return set(Conv2d.STRIDES, longs(values));
  }

  /** Height, width. */
  public MLConv2dOptions dilations(int... values) {
    return set(Conv2d.DILATIONS, longs(values));
  }

  public MLConv2dOptions groups(long value) {
    return set(Conv2d.GROUPS, value);
  }

  public MLConv2dOptions inputLayout(MLInputOperandLayout value) {
    return set(Conv2d.INPUT_LAYOUT, value);
  }

  public MLConv2dOptions filterLayout(MLConv2dFilterOperandLayout value) {
    return set(Conv2d.FILTER_LAYOUT, value);
  }

  /** One value an output channel. */
  public MLConv2dOptions bias(MLOperand operand) {
    return bind(Conv2d.BIAS, operand);
  }
}
