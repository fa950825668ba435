package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The header of a panel: all that a tile has to know of it. The bias and the matrix stand behind.
 */
final class Panel {
  private static final int DEPTH_QUADS = 0;
  private static final int DEPTH_REST = 8;
  private static final int LEFT_STEP = 16;
  private static final int RESULT_STEP = 24;
  private static final int MIN = 32;
  private static final int MAX = 36;
  private static final int MASK_BITS = 40;
  private static final int ZEROS = 48;
  private static final int MASK_LANES = 64;
  static final int HEADER_BYTES = 128;

  /** Loop turns of four rows of the matrix, then of one. */
  static Mem depthQuads(Gp panel) {
    return panel.at(DEPTH_QUADS);
  }

  static Mem depthRest(Gp panel) {
    return panel.at(DEPTH_REST);
  }

  /** Bytes from a row of the left-hand matrix to the next. */
  static Mem leftStep(Gp panel) {
    return panel.at(LEFT_STEP);
  }

  /** Bytes from a row of the result to the next. */
  static Mem resultStep(Gp panel) {
    return panel.at(RESULT_STEP);
  }

  static Mem min(Gp panel) {
    return panel.at(MIN);
  }

  static Mem max(Gp panel) {
    return panel.at(MAX);
  }

  /** The lanes of the last vector that are stored, as bits. */
  static Mem maskBits(Gp panel) {
    return panel.at(MASK_BITS);
  }

  /** The same as a vector of ints. */
  static Mem maskLanes(Gp panel) {
    return panel.at(MASK_LANES);
  }

  /** Where a tap in the padding reads. */
  static Mem zeros(Gp panel) {
    return panel.at(ZEROS);
  }

  /** The bias, with the matrix behind it. */
  static Mem rows(Gp panel) {
    return panel.at(HEADER_BYTES);
  }

  private Panel() {}

  /**
   * What a product needs beside the matrix.
   *
   * @param leftStep bytes from a row of the left-hand matrix to the next
   * @param resultStep bytes from a row of the result to the next
   * @param zeros address where taps in the padding read, behind which there are as many zeros as
   *     before; 0 if there are none
   */
  record Terms(long leftStep, long resultStep, float min, float max, long zeros) {}

  /** A header to be written; what is not said stays 0. */
  static final class Header {
    /** Little-endian words, since the processor is. */
    private final long[] words = new long[HEADER_BYTES / Long.BYTES];

    /** What a product needs. */
    Header product(int depth, Terms terms) {
      words[DEPTH_QUADS / Long.BYTES] = depth / 4;
      words[DEPTH_REST / Long.BYTES] = depth % 4;
      words[LEFT_STEP / Long.BYTES] = terms.leftStep();
      words[RESULT_STEP / Long.BYTES] = terms.resultStep();
      words[ZEROS / Long.BYTES] = terms.zeros();
      return limits(terms.min(), terms.max());
    }

    Header limits(float min, float max) {
      words[MIN / Long.BYTES] =
          Integer.toUnsignedLong(Float.floatToRawIntBits(min))
              | (long) Float.floatToRawIntBits(max) << 32;
      return this;
    }

    /** The first so many lanes of the last vector are stored; of 0 all are. */
    Header mask(int lanes) {
      words[MASK_BITS / Long.BYTES] = (1L << lanes) - 1;
      for (int lane = 0; lane < Math.min(lanes, 8); lane++) {
        words[MASK_LANES / Long.BYTES + lane / 2] |= 0xFFFF_FFFFL << (32 * (lane % 2));
      }
      return this;
    }

    void writeTo(MemorySegment memory) {
      MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG, 0, words.length);
    }
  }
}
