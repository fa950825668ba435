package dev.webnn4j.backend.java.kernel.x64.asm;

import java.util.Arrays;

/** Bytes that become more. */
final class CodeBytes {
  private byte[] bytes = new byte[4096];
  private int size;

  int size() {
    return size;
  }

  void bytes(int... values) {
    if (size + values.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    for (int value : values) {
      bytes[size++] = (byte) value;
    }
  }

  void int32(int value) {
    bytes(value, value >> 8, value >> 16, value >> 24);
  }

  /** Writes an int over four bytes that are there. */
  void patch(int position, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[position + i] = (byte) (value >> (8 * i));
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
