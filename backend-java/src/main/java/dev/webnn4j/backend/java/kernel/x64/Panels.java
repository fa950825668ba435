package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Columns of the right-hand matrix as tiles want to read them: some to a panel, in it one row after
 * the other, with the bias before the first and a {@link Panel} header before that. All panels have
 * the same shape and lie one behind the other.
 *
 * @param address of the first one's header
 * @param count how many there are
 * @param firstColumn the first one's first column of the matrix
 * @param columns of one
 * @param vectors how wide one is; columns beyond the matrix are 0 and never stored
 * @param bytes from one to the next
 */
record Panels(long address, int count, int firstColumn, int columns, int vectors, long bytes) {
  /** Whether the last vector has lanes that must not be stored. */
  boolean isMasked(Isa isa) {
    return columns % isa.lanes() != 0;
  }

  /** An element of the right-hand matrix. */
  @FunctionalInterface
  interface Elements {
    float at(int row, int column);
  }

  /** A row of what is added to each row of the result. */
  @FunctionalInterface
  interface Bias {
    float at(int column);
  }

  /** Packs columns of a matrix in {@code count} panels, each of so many columns. */
  static Panels pack(
      int count,
      int firstColumn,
      int columns,
      int depth,
      Elements matrix,
      Bias bias,
      Panel.Terms terms,
      KernelContext context) {
    Isa isa = context.machineCode().isa();
    int vectors = Math.ceilDiv(columns, isa.lanes());
    int width = vectors * isa.lanes();
    long bytes = Panel.HEADER_BYTES + 4L * width * (depth + 1);
    MemorySegment memory = context.allocate(count * bytes);
    for (int panel = 0; panel < count; panel++) {
      MemorySegment own = memory.asSlice(panel * bytes, bytes);
      Panel.writeHeader(own, depth, terms, columns % isa.lanes());
      for (int column = 0; column < columns; column++) {
        int source = firstColumn + panel * columns + column;
        long at = Panel.HEADER_BYTES + 4L * column;
        own.set(ValueLayout.JAVA_FLOAT, at, bias.at(source));
        for (int row = 0; row < depth; row++) {
          at += 4L * width;
          own.set(ValueLayout.JAVA_FLOAT, at, matrix.at(row, source));
        }
      }
    }
    return new Panels(memory.address(), count, firstColumn, columns, vectors, bytes);
  }
}
