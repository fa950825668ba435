package dev.webnn4j.backend.java.kernel.x64.asm;

/**
 * A vector register.
 *
 * @param number 0 to 15, with 512 bits to 31
 * @param bits 256 for ymm, 512 for zmm
 */
public record Vec(int number, int bits) {
  public Vec {
    if (bits != 256 && bits != 512) {
      throw new IllegalArgumentException("a vector has 256 or 512 bits, not " + bits);
    }
    if (number < 0 || number >= (bits == 512 ? 32 : 16)) {
      throw new IllegalArgumentException("there is no vector register " + number);
    }
  }

  public static Vec ymm(int number) {
    return new Vec(number, 256);
  }

  public static Vec zmm(int number) {
    return new Vec(number, 512);
  }

  int bytes() {
    return bits / 8;
  }

  boolean isWide() {
    return bits == 512;
  }
}
