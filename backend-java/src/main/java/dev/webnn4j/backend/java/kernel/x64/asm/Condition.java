package dev.webnn4j.backend.java.kernel.x64.asm;

/** What a conditional instruction looks at, by the code that encodes it. */
public enum Condition {
  EQUAL(0x4),
  NOT_EQUAL(0x5),
  /** The last result had its highest bit set. */
  NEGATIVE(0x8),
  LESS(0xC),
  GREATER(0xF);

  private final int code;

  Condition(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
