package dev.webnn4j;

import dev.webnn4j.op.GroupConv2d;

/** Options of groupConv2d; see {@link GroupConv2d}. */
public final class MLGroupConv2dOptions extends MLOptions<MLGroupConv2dOptions> {
  MLGroupConv2dOptions() {}

  /** Beginning height, ending height, beginning width, ending width. */
  public MLGroupConv2dOptions padding(int... values) {
    return set(GroupConv2d.PADDING, longs(values));
  }

  /** Height, width. */
  public MLGroupConv2dOptions strides(int... values) {
    return set(GroupConv2d.STRIDES, longs(values));
  }

  /** Height, width. */
  public MLGroupConv2dOptions dilations(int... values) {
    return set(GroupConv2d.DILATIONS, longs(values));
  }

  public MLGroupConv2dOptions autoPad(MLAutoPad value) {
    return set(GroupConv2d.AUTO_PAD, value);
  }
}
