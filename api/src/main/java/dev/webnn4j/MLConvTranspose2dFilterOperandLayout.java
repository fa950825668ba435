package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/**
 * The order of the dimensions of a transposed convolution's filter: input channels, output channels
 * of one group, height, width.
 */
public enum MLConvTranspose2dFilterOperandLayout implements IdlEnum {
  IOHW,
  HWOI,
  OHWI
}
