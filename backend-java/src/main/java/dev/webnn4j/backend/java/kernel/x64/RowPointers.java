package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;

/** Where the rows of input under a few rows of output are, as {@link ChannelwiseTiles} read it. */
record RowPointers(long address) {
  static RowPointers allocate(KernelContext context) {
    long bytes = (long) ChannelwiseTiles.MAX_INPUT_ROWS * Long.BYTES;
    return new RowPointers(context.allocate(bytes).address());
  }

  /**
   * Says where the first pixel of a row is, within the phase.
   *
   * @param row below {@link ChannelwiseTiles#MAX_INPUT_ROWS}
   */
  void set(int row, long pixel) {
    Memory.put(address + (long) row * Long.BYTES, pixel);
  }
}
