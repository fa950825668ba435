package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/**
 * The order of the dimensions of a convolution filter: output channels, input channels of one
 * group, height, width.
 */
public enum MLConv2dFilterOperandLayout implements IdlEnum {
  OIHW,
  HWIO,
  OHWI,
  IHWO
}
