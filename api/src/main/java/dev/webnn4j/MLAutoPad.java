package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** How {@code groupConv2d} finds its padding, as OpenVINO's {@code auto_pad} does. */
public enum MLAutoPad implements IdlEnum {
  EXPLICIT,
  SAME_UPPER,
  SAME_LOWER,
  VALID
}
