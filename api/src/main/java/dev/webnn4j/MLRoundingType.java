package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** How a pooling window that does not fit the input evenly rounds the output size. */
public enum MLRoundingType implements IdlEnum {
  FLOOR,
  CEIL
}
