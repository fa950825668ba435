package dev.webnn4j.backend.java.kernel.x64.asm;

/** What a comparison of floats asks, by the code that encodes it. */
public enum Predicate {
  /** The first is smaller, and neither is NaN. */
  LESS(0x1),
  /** One of them is NaN. */
  UNORDERED(0x3);

  private final int code;

  Predicate(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
