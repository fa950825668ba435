package dev.webnn4j.backend.java.kernel.vector;

/**
 * Products of a few rows of a matrix with one panel of a {@link PackedMatrix}: the inner loops.
 * Each tile is a class of its own, written out, and shaped by what the JVM's compilers can take:
 *
 * <ul>
 *   <li>C2 keeps vectors in registers only while they are local variables of one method. By the end
 *       of a tile so much is inlined that it would inline no method of ours, and a vector that is
 *       passed to a call lives on the heap, in every turn of the loop. So tiles store for
 *       themselves.
 *   <li>C1 gives up on a method with more values than it can number, and a method it gave up on may
 *       never reach C2: with six rows of four vectors, or with masks, one process in three stayed a
 *       hundred times too slow. So tiles have four rows and whole vectors.
 * </ul>
 */
final class Tiles {
  /** The rows of the tall tiles. */
  static final int ROWS = 4;

  private Tiles() {}

  /**
   * Stores the product of {@link #ROWS} rows of A with a panel.
   *
   * @param a the first row, whose floats lie side by side
   * @param aStep bytes from a row of A to the next
   * @param c where the panel's first column of the first row goes; whole vectors are stored
   * @param cStep bytes from a row of the result to the next
   */
  static void multiplyRows(PackedMatrix matrix, int panel, long a, long aStep, long c, long cStep) {
    long b = matrix.address(panel);
    int depth = matrix.rows();
    switch (matrix.vectors(panel)) {
      case 1 -> Tile4x1.multiply(a, aStep, b, depth, c, cStep);
      case 2 -> Tile4x2.multiply(a, aStep, b, depth, c, cStep);
      case 3 -> Tile4x3.multiply(a, aStep, b, depth, c, cStep);
      default -> Tile4x4.multiply(a, aStep, b, depth, c, cStep);
    }
  }

  /** Stores the product of one row of A with a panel. */
  static void multiplyRow(PackedMatrix matrix, int panel, long a, long c) {
    long b = matrix.address(panel);
    int depth = matrix.rows();
    switch (matrix.vectors(panel)) {
      case 1 -> Tile1x1.multiply(a, b, depth, c);
      case 2 -> Tile1x2.multiply(a, b, depth, c);
      case 3 -> Tile1x3.multiply(a, b, depth, c);
      default -> Tile1x4.multiply(a, b, depth, c);
    }
  }
}
