package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** The order of the dimensions of an image tensor: batch, channels, height, width. */
public enum MLInputOperandLayout implements IdlEnum {
  NCHW,
  NHWC
}
