package dev.webnn4j.backend.java.kernel.x64.asm;

import java.util.List;

/** The general purpose registers, 64 bits each, by the number that encodes them. */
public enum Gp {
  RAX(0),
  RCX(1),
  RDX(2),
  RBX(3),
  RSP(4),
  RBP(5),
  RSI(6),
  RDI(7),
  R8(8),
  R9(9),
  R10(10),
  R11(11),
  R12(12),
  R13(13),
  R14(14),
  R15(15);

  /** What a function of the System V calling convention must leave as it found it. */
  public static final List<Gp> CALLEE_SAVED = List.of(RBX, RBP, R12, R13, R14, R15);

  private final int number;

  Gp(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Memory at this register and a displacement in bytes. */
  public Mem at(long displacement) {
    return Mem.of(this, displacement);
  }
}
