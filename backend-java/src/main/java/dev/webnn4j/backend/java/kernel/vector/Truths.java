package dev.webnn4j.backend.java.kernel.vector;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Truth values: in memory a byte each, in registers the bits of a mask's {@code toLong}. Vectors of
 * bytes as long as a vector of floats has elements would be of another shape, and C2 cannot bear
 * two; so eight bytes at a time become bits and back by shuffling the bits of a long, for which
 * most processors have an instruction.
 */
final class Truths {
  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  /** Lane 0 is the lowest bit and comes first in memory. */
  private static final ValueLayout.OfLong EIGHT_BYTES =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Truths() {}

  /** Whether the byte at an address is true: 0 or 1. */
  static int get(long address) {
    return Lanes.EVERYTHING.get(ValueLayout.JAVA_BYTE, address) == 0 ? 0 : 1;
  }

  static void put(long address, int truth) {
    Lanes.EVERYTHING.set(ValueLayout.JAVA_BYTE, address, (byte) truth);
  }

  /** A vector of bytes, each 0 or 1. */
  static ByteVector loadVector(long address) {
    return Lanes.loadBytes(address).lanewise(VectorOperators.UMIN, (byte) 1);
  }

  /** The bits of as many truth values as a vector has lanes. */
  static long load(long address) {
    long bits = 0;
    int i = 0;
    for (; i <= Lanes.LENGTH - 8; i += 8) {
      long bytes = Lanes.EVERYTHING.get(EIGHT_BYTES, address + i);
      // The addition carries into the highest bit of each byte unless all others are 0.
      long nonZero = (bytes & ~HIGHEST_BITS) + ~HIGHEST_BITS | bytes;
      bits |= Long.compress(nonZero, HIGHEST_BITS) << i;
    }
    return i < Lanes.LENGTH ? bits | load(address + i, Lanes.LENGTH - i) << i : bits;
  }

  /** The bits of fewer ones. */
  static long load(long address, int count) {
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits |= (long) get(address + i) << i;
    }
    return bits;
  }

  /** Writes as many truth values as a vector has lanes. */
  static void store(long bits, long address) {
    int i = 0;
    for (; i <= Lanes.LENGTH - 8; i += 8) {
      Lanes.EVERYTHING.set(EIGHT_BYTES, address + i, Long.expand(bits >>> i, LOWEST_BITS));
    }
    if (i < Lanes.LENGTH) {
      store(bits >>> i, address + i, Lanes.LENGTH - i);
    }
  }

  /** Writes fewer ones. */
  static void store(long bits, long address, int count) {
    for (int i = 0; i < count; i++) {
      put(address + i, (int) (bits >>> i) & 1);
    }
  }
}
