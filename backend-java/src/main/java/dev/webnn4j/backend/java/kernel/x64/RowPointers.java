package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Where the rows of input under a few rows of output are, as {@link ChannelwiseTiles} read it. */
record RowPointers(MemorySegment memory) {
  static RowPointers allocate(KernelContext context) {
    return new RowPointers(context.allocate((long) ChannelwiseTiles.MAX_INPUT_ROWS * Long.BYTES));
  }

  /** Says where the first pixel of a row is, within the phase. */
  void set(int row, long pixel) {
    memory.setAtIndex(ValueLayout.JAVA_LONG, row, pixel);
  }

  long address() {
    return memory.address();
  }
}
