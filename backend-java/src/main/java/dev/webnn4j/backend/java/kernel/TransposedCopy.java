package dev.webnn4j.backend.java.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Copies a matrix of 32-bit words to where its columns are rows. For what is done while a graph is
 * built, in code that nobody has compiled yet: words of an array then take a fraction of what those
 * of a segment do, and the JVM's compilers, which share the cores with the first dispatches, are
 * soon done with such loops.
 */
public final class TransposedCopy {
  /** Words turned at once, which the caches hold twice. */
  private static final int BLOCK = 1 << 13;

  /** Fewer are not worth a copy between segment and array. */
  private static final int SHORTEST_PIECE = 64;

  private static final ValueLayout.OfInt WORD = ValueLayout.JAVA_INT_UNALIGNED;

  private final int rows;
  private final int columns;
  private final int rowsAtOnce;
  private final int columnsAtOnce;
  private final int[] block;
  private final int[] turned;

  /** Prepares copies of matrices of one shape, by one thread at a time. */
  public TransposedCopy(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    rowsAtOnce = Math.min(rows, Math.max(BLOCK / columns, SHORTEST_PIECE));
    columnsAtOnce = Math.min(columns, BLOCK / SHORTEST_PIECE);
    block = new int[rowsAtOnce * columnsAtOnce];
    turned = new int[block.length];
  }

  /**
   * Copies.
   *
   * @param from words from the source's begin to the matrix, which is dense
   * @param to words from the target's begin to the result
   * @param step words from a row of the result to the next
   */
  public void copy(MemorySegment source, long from, MemorySegment target, long to, long step) {
    for (int row = 0; row < rows; row += rowsAtOnce) {
      int height = Math.min(rowsAtOnce, rows - row);
      for (int column = 0; column < columns; column += columnsAtOnce) {
        int width = Math.min(columnsAtOnce, columns - column);
        load(source, from + (long) row * columns + column, height, width);
        turn(height, width);
        store(target, to + row + column * step, height, width, step);
      }
    }
  }

  private void load(MemorySegment source, long from, int height, int width) {
    boolean dense = width == columns;
    int piece = dense ? height * width : width;
    for (int done = 0, line = 0; done < height * width; done += piece, line++) {
      MemorySegment.copy(source, WORD, 4 * (from + (long) line * columns), block, done, piece);
    }
  }

  private void turn(int height, int width) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        turned[column * height + row] = block[row * width + column];
      }
    }
  }

  private void store(MemorySegment target, long to, int height, int width, long step) {
    boolean dense = height == step;
    int piece = dense ? height * width : height;
    for (int done = 0, line = 0; done < height * width; done += piece, line++) {
      MemorySegment.copy(turned, done, target, WORD, 4 * (to + line * step), piece);
    }
  }
}
