package dev.webnn4j;

import dev.webnn4j.op.IdlEnum;

/** What {@code pad} fills its padding with. */
public enum MLPaddingMode implements IdlEnum {
  /** One number everywhere. */
  CONSTANT,
  /** The nearest element of the input. */
  EDGE,
  /** The input mirrored at its outermost elements, which are not repeated. */
  REFLECTION,
  /**
   * The input mirrored behind its outermost elements, which are repeated. A former mode: the
   * specification removed it in 2025, and programs written before still use it.
   */
  SYMMETRIC
}
