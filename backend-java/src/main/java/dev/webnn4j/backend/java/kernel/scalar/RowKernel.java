package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;

/** A kernel on rows of its result, each dense and of the same size. */
abstract class RowKernel extends PartsByShape {
  private static final long ELEMENTS_OF_PART = 1 << 14;

  private final long rows;
  private final long rowsOfPart;

  RowKernel(long rows, long rowSize) {
    super(Math.ceilDiv(rows, Math.ceilDiv(ELEMENTS_OF_PART, rowSize)));
    this.rows = rows;
    rowsOfPart = Math.ceilDiv(ELEMENTS_OF_PART, rowSize);
  }

  @Override
  public final void run(Buffers buffers, int part, int worker) {
    long end = Math.min(rows, (part + 1) * rowsOfPart);
    for (long row = part * rowsOfPart; row < end; row++) {
      row(buffers, row);
    }
  }

  /** Computes one row of the result. */
  abstract void row(Buffers buffers, long row);
}
