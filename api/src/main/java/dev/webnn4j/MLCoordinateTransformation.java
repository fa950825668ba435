package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/**
 * Which point of the input an output pixel of {@code resample2d} stands for. An extension: the
 * specification has half-pixel only.
 */
public enum MLCoordinateTransformation implements IdlEnum {
  HALF_PIXEL,
  ALIGN_CORNERS,
  ASYMMETRIC
}
