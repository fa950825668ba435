package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.TransposedCopy;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

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

  /**
   * A right-hand matrix in memory.
   *
   * @param columns dense, one behind the other
   * @param bias a number for each column, if any
   * @param depth how many rows there are
   */
  record Matrix(MemorySegment columns, Optional<MemorySegment> bias, int depth) {
    /** Some columns as a matrix. */
    Matrix slice(int first, int count) {
      long bytes = 4L * depth;
      return new Matrix(
          columns.asSlice(first * bytes, count * bytes),
          bias.map(floats -> floats.asSlice(4L * first, 4L * count)),
          depth);
    }
  }

  /** Packs columns of a matrix in {@code count} panels, each of so many columns. */
  static Panels pack(
      int count,
      int firstColumn,
      int columns,
      Matrix matrix,
      Panel.Terms terms,
      KernelContext context) {
    Isa isa = context.machineCode().isa();
    int vectors = Math.ceilDiv(columns, isa.lanes());
    int width = vectors * isa.lanes();
    int depth = matrix.depth();
    long bytes = Panel.HEADER_BYTES + 4L * width * (depth + 1);
    MemorySegment memory = context.allocate(count * bytes);
    TransposedCopy rows = new TransposedCopy(columns, depth);
    for (int panel = 0; panel < count; panel++) {
      MemorySegment own = memory.asSlice(panel * bytes, bytes);
      if (panel == 0) {
        new Panel.Header().product(depth, terms).mask(columns % isa.lanes()).writeTo(own);
      } else {
        MemorySegment.copy(memory, 0, own, 0, Panel.HEADER_BYTES);
      }
      Matrix source = matrix.slice(firstColumn + panel * columns, columns);
      long biasAt = Panel.HEADER_BYTES;
      source.bias().ifPresent(bias -> MemorySegment.copy(bias, 0, own, biasAt, 4L * columns));
      rows.copy(source.columns(), 0, own, biasAt / 4 + width, width);
    }
    return new Panels(memory.address(), count, firstColumn, columns, vectors, bytes);
  }
}
