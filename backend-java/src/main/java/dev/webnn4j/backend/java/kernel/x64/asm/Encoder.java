package dev.webnn4j.backend.java.kernel.x64.asm;

import java.util.Optional;

/** How instructions become bytes: prefixes, opcodes and addresses, as the manuals lay them out. */
abstract class Encoder {
  static final int NO_MASK = 0;

  /** Beside the mask's number: lanes without the mask become 0. */
  static final int ZEROING = 0x80;

  final CodeBytes code = new CodeBytes();

  static void requireNarrow(Vec vector) {
    if (vector.isWide()) {
      throw new IllegalArgumentException("this instruction takes 256 bits");
    }
  }

  static void requireWide(Vec vector) {
    if (!vector.isWide()) {
      throw new IllegalArgumentException("this instruction takes 512 bits");
    }
  }

  private static void requireLow(Vec vector) {
    if (vector.number() > 15) {
      throw new IllegalArgumentException("this instruction takes the first 16 registers");
    }
  }

  /** What stands for the second operand of an instruction that has none. */
  static Vec unused(Vec register) {
    return new Vec(0, register.bits());
  }

  static void requireEqualWidth(Vec first, Vec other) {
    if (other.bits() != first.bits()) {
      throw new IllegalArgumentException(
          "an instruction has one width, not " + first.bits() + " and " + other.bits() + " bits");
    }
  }

  static void requirePlain(Mem memory) {
    if (memory.broadcast()) {
      throw new IllegalArgumentException("this instruction broadcasts nothing");
    }
  }

  final void vector(Opcode op, Vec register, Vec second, Vec third) {
    vector(op, register, second, third, NO_MASK);
  }

  final void vector(Opcode op, Vec register, Vec second, Vec third, int mask) {
    requireEqualWidth(register, second);
    requireEqualWidth(register, third);
    int reg = register.number();
    int rm = third.number();
    if (register.isWide()) {
      // The register operand's fifth bit takes the place of an index register's fourth.
      int extensions = inverted(reg >> 3, 7) | inverted(rm >> 4, 6) | inverted(rm >> 3, 5);
      evex(op, extensions | inverted(reg >> 4, 4), second.number(), false, mask);
    } else {
      vex(op, inverted(reg >> 3, 7) | 1 << 6 | inverted(rm >> 3, 5), second.number());
    }
    bytes(op.code(), 0xC0 | low(reg) << 3 | low(rm));
  }

  final void vector(Opcode op, Vec register, Vec second, Mem memory, int mask) {
    requireEqualWidth(register, second);
    if (op.memory() != Opcode.Memory.VECTOR_OR_BROADCAST) {
      requirePlain(memory);
    }
    int reg = register.number();
    int extensions = vexExtensions(reg, memory);
    if (op.memory() == Opcode.Memory.LOWEST) {
      requireLow(register);
      vex(op, extensions, second.number());
    } else if (register.isWide()) {
      evex(op, extensions | inverted(reg >> 4, 4), second.number(), memory.broadcast(), mask);
    } else {
      if (memory.broadcast() || mask != NO_MASK) {
        throw new IllegalArgumentException("256 bits have neither broadcasts nor masks here");
      }
      vex(op, extensions, second.number());
    }
    bytes(op.code());
    boolean scalar = op.memory() == Opcode.Memory.SCALAR || memory.broadcast();
    boolean compressed = register.isWide() && op.memory() != Opcode.Memory.LOWEST;
    int unit = !compressed ? 1 : scalar ? Float.BYTES : register.bytes();
    addressing(reg, memory, unit);
  }

  static int vexExtensions(int reg, Mem memory) {
    int index = memory.index().map(Gp::number).orElse(0);
    return inverted(reg >> 3, 7)
        | inverted(index >> 3, 6)
        | inverted(memory.base().number() >> 3, 5);
  }

  /** A bit that VEX and EVEX keep upside down. */
  private static int inverted(int bit, int position) {
    return (~bit & 1) << position;
  }

  /** The shorter form has the first extension only; it also has the first map only. */
  static boolean isShortVex(int extensions) {
    return (extensions & 0x60) == 0x60;
  }

  private void vex(Opcode op, int extensions, int second) {
    int length = op.memory() == Opcode.Memory.LOWEST ? 0 : 1;
    int rest = (~second & 15) << 3 | length << 2 | op.prefix();
    if (op.map() == 1 && isShortVex(extensions)) {
      bytes(0xC5, (extensions & 0x80) | rest);
    } else {
      bytes(0xC4, extensions | op.map(), rest);
    }
  }

  private void evex(Opcode op, int extensions, int second, boolean broadcast, int mask) {
    bytes(
        0x62,
        extensions | op.map(),
        (~second & 15) << 3 | 1 << 2 | op.prefix(),
        (mask & 0x87) | 2 << 5 | (broadcast ? 1 << 4 : 0) | inverted(second >> 4, 3));
  }

  /** What the instruction itself holds of a register's number; the rest is in a prefix. */
  static int low(int number) {
    return number & 7;
  }

  final void registers(int opcode, Gp reg, Gp rm) {
    rex(reg.number(), 0, rm.number());
    bytes(opcode, 0xC0 | low(reg.number()) << 3 | low(rm.number()));
  }

  final void memory(int opcode, Gp reg, Mem memory) {
    rexFor(reg, memory);
    bytes(opcode);
    addressing(reg.number(), memory, 1);
  }

  final void immediate(int operation, Gp register, int value) {
    rex(0, 0, register.number());
    boolean small = value == (byte) value;
    bytes(small ? 0x83 : 0x81, 0xC0 | operation << 3 | low(register.number()));
    immediate(value, small);
  }

  final void immediate(int operation, Mem memory, int value) {
    // Where another instruction has its register's number this one has the operation.
    rexFor(Gp.RAX, memory);
    boolean small = value == (byte) value;
    bytes(small ? 0x83 : 0x81);
    addressing(operation, memory, 1);
    immediate(value, small);
  }

  private void immediate(int value, boolean small) {
    if (small) {
      bytes(value);
    } else {
      int32(value);
    }
  }

  final void rexFor(Gp reg, Mem memory) {
    requirePlain(memory);
    rex(reg.number(), memory.index().map(Gp::number).orElse(0), memory.base().number());
  }

  final void rex(int reg, int index, int base) {
    bytes(0x48 | reg >> 3 << 2 | index >> 3 << 1 | base >> 3);
  }

  final void prefixForLowBits(Gp register) {
    if (register.number() > 7) {
      bytes(0x41);
    }
  }

  /**
   * The bytes of an address.
   *
   * @param unit what a displacement of one byte counts in
   */
  final void addressing(int reg, Mem memory, int unit) {
    int displacement = memory.displacement();
    int base = low(memory.base().number());
    Optional<Gp> index = memory.index();
    boolean isShort =
        displacement % unit == 0 && displacement / unit == (byte) (displacement / unit);
    // The number of rbp, and so of r13, without a displacement stands for something else.
    boolean isNone = displacement == 0 && base != Gp.RBP.number();
    int mode = isNone ? 0 : isShort ? 1 : 2;
    // The number of rsp, and so of r12, stands for "an index follows".
    if (index.isPresent() || base == Gp.RSP.number()) {
      int indexBits = low(index.orElse(Gp.RSP).number());
      int scale = Integer.numberOfTrailingZeros(memory.scale());
      bytes(mode << 6 | low(reg) << 3 | 4, scale << 6 | indexBits << 3 | base);
    } else {
      bytes(mode << 6 | low(reg) << 3 | base);
    }
    if (mode == 1) {
      bytes(displacement / unit);
    } else if (mode == 2) {
      int32(displacement);
    }
  }

  final void int32(int value) {
    code.int32(value);
  }

  final void bytes(int... values) {
    code.bytes(values);
  }
}
