package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** How {@code resample2d} fills the pixels between the given ones. */
public enum MLInterpolationMode implements IdlEnum {
  NEAREST_NEIGHBOR,
  LINEAR
}
