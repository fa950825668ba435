package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Vec;

/** The instruction sets that kernels are written for, from the narrowest. */
public enum Isa {
  /** 16 registers of 8 floats; AVX2 with FMA. */
  AVX2(256, 16),
  /** 32 registers of 16 floats; AVX-512 F, BW and VL. */
  AVX512(512, 32);

  private final int bits;
  private final int registers;

  Isa(int bits, int registers) {
    this.bits = bits;
    this.registers = registers;
  }

  /** Floats of a vector. */
  int lanes() {
    return bits / Float.SIZE;
  }

  /** Bytes of a vector. */
  int bytes() {
    return bits / 8;
  }

  /** How many vector registers there are. */
  int registers() {
    return registers;
  }

  Vec register(int number) {
    return new Vec(number, bits);
  }
}
