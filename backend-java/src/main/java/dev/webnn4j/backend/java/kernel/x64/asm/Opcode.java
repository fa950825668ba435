package dev.webnn4j.backend.java.kernel.x64.asm;

/**
 * A vector instruction as the manual prints it, in VEX as in EVEX form.
 *
 * @param map the opcode map: 1 for 0F, 2 for 0F38, 3 for 0F3A
 * @param prefix the implied prefix: 0 for none, 1 for 66, 2 for F3
 * @param code the opcode byte
 * @param memory what a memory operand is
 */
record Opcode(int map, int prefix, int code, Memory memory) {
  /** It decides how displacements are compressed, and whether broadcasts can be encoded. */
  enum Memory {
    /** A whole vector. */
    VECTOR,
    /** A whole vector, or with 512 bits one float for all lanes. */
    VECTOR_OR_BROADCAST,
    /** One float, for all lanes. */
    SCALAR,
    /** One float, for the lowest lane; written in VEX form whatever the register's width. */
    LOWEST
  }

  static final Opcode MOVUPS_LOAD = of(1, 0, 0x10);
  static final Opcode MOVUPS_STORE = of(1, 0, 0x11);
  static final Opcode MOVAPS = of(1, 0, 0x28);
  static final Opcode ADDPS = arithmetic(1, 0, 0x58);
  static final Opcode MULPS = arithmetic(1, 0, 0x59);
  static final Opcode SUBPS = arithmetic(1, 0, 0x5C);
  static final Opcode MINPS = arithmetic(1, 0, 0x5D);
  static final Opcode MAXPS = arithmetic(1, 0, 0x5F);
  static final Opcode DIVPS = arithmetic(1, 0, 0x5E);
  static final Opcode XORPS = arithmetic(1, 0, 0x57);
  static final Opcode PXORD = arithmetic(1, 1, 0xEF);
  static final Opcode ANDPS = arithmetic(1, 0, 0x54);
  static final Opcode PANDD = arithmetic(1, 1, 0xDB);
  static final Opcode ORPS = arithmetic(1, 0, 0x56);
  static final Opcode PORD = arithmetic(1, 1, 0xEB);
  static final Opcode PADDD = arithmetic(1, 1, 0xFE);
  static final Opcode CMPPS = arithmetic(1, 0, 0xC2);
  static final Opcode BLENDVPS = of(3, 1, 0x4A);
  static final Opcode FMADD231PS = arithmetic(2, 1, 0xB8);
  static final Opcode BROADCASTSS = new Opcode(2, 1, 0x18, Memory.SCALAR);
  static final Opcode PERMPS = of(2, 1, 0x16);
  static final Opcode PERMI2PS = arithmetic(2, 1, 0x77);
  static final Opcode MOVSS_LOAD = new Opcode(1, 2, 0x10, Memory.LOWEST);
  static final Opcode MOVSS_STORE = new Opcode(1, 2, 0x11, Memory.LOWEST);
  static final Opcode MASKMOVPS_LOAD = of(2, 1, 0x2C);
  static final Opcode MASKMOVPS_STORE = of(2, 1, 0x2E);

  private static Opcode of(int map, int prefix, int code) {
    return new Opcode(map, prefix, code, Memory.VECTOR);
  }

  private static Opcode arithmetic(int map, int prefix, int code) {
    return new Opcode(map, prefix, code, Memory.VECTOR_OR_BROADCAST);
  }
}
