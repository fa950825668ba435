package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;

/** A kernel on the elements of its result one block after the other, in row-major order. */
abstract class BlockKernel extends PartsByShape {
  /**
   * Small enough that some rows of floats stay in the first cache; even, so that no two parts write
   * to one byte where two elements share it.
   */
  static final int BLOCK = 1024;

  private static final int BLOCKS_OF_PART = 16;

  private final long elements;

  BlockKernel(long elements) {
    super(Math.ceilDiv(elements, (long) BLOCK * BLOCKS_OF_PART));
    this.elements = elements;
  }

  @Override
  public final void run(Buffers buffers, int part, int worker) {
    long begin = (long) part * BLOCK * BLOCKS_OF_PART;
    long end = Math.min(elements, begin + (long) BLOCK * BLOCKS_OF_PART);
    for (long at = begin; at < end; at += BLOCK) {
      block(buffers, worker, at, (int) Math.min(BLOCK, end - at));
    }
  }

  /** Computes {@code count} elements of the result, from element {@code at} on. */
  abstract void block(Buffers buffers, int worker, long at, int count);
}
