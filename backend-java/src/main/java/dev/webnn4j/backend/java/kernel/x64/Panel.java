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

  /**
   * Writes what a tile has to know.
   *
   * @param rest how many lanes of the last vector are stored; 0 if all are
   */
  static void writeHeader(MemorySegment header, int depth, Terms terms, int rest) {
    header.set(ValueLayout.JAVA_LONG, DEPTH_QUADS, depth / 4);
    header.set(ValueLayout.JAVA_LONG, DEPTH_REST, depth % 4);
    header.set(ValueLayout.JAVA_LONG, LEFT_STEP, terms.leftStep());
    header.set(ValueLayout.JAVA_LONG, RESULT_STEP, terms.resultStep());
    header.set(ValueLayout.JAVA_LONG, ZEROS, terms.zeros());
    writeLimits(header, terms.min(), terms.max());
    writeMask(header, rest);
  }

  static void writeLimits(MemorySegment header, float min, float max) {
    header.set(ValueLayout.JAVA_FLOAT, MIN, min);
    header.set(ValueLayout.JAVA_FLOAT, MAX, max);
  }

  /** The first so many lanes. */
  static void writeMask(MemorySegment header, int lanes) {
    header.set(ValueLayout.JAVA_LONG, MASK_BITS, (1L << lanes) - 1);
    for (int lane = 0; lane < Math.min(lanes, 8); lane++) {
      header.set(ValueLayout.JAVA_INT, MASK_LANES + 4L * lane, -1);
    }
  }
}
