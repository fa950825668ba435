package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.VectorMask;

/**
 * Products of a few rows of a matrix with one panel of a {@link PackedMatrix}. Each tile is a class
 * of its own, written out: C2 keeps vectors in registers only while they are local variables of one
 * method. For the same reason a tile stores its sums with the Vector API itself: by then so much is
 * inlined that C2 would no longer inline a method of ours, and a vector that is passed to a call
 * lives on the heap, in every turn of the loop.
 */
final class Tiles {
  /** The rows of the tall tiles. */
  static final int ROWS = 6;

  private Tiles() {}

  /**
   * Stores the products of rows of A with a panel.
   *
   * @param rows at least 1; several tall tiles, the last of which may overlap the one before
   * @param a the first row, whose floats lie side by side
   * @param aStep bytes from a row of A to the next
   * @param c where the panel's first column of the first row goes
   * @param cStep bytes from a row of the result to the next
   * @param lastVector which lanes of the panel's last vector are columns of the result
   * @param residual like {@code c}, in the tensor that the epilogue adds
   */
  static void multiply(
      int rows,
      long a,
      long aStep,
      PackedMatrix matrix,
      int panel,
      long c,
      long cStep,
      VectorMask<Float> lastVector,
      Epilogue epilogue,
      long residual) {
    long b = matrix.address(panel);
    int depth = matrix.rows();
    int vectors = matrix.vectors(panel);
    int width = matrix.width(panel);
    if (rows < ROWS) {
      for (int row = 0; row < rows; row++) {
        one(vectors, a + row * aStep, b, depth, c + row * cStep, lastVector);
      }
      epilogue.apply(rows, width, c, cStep, residual);
      return;
    }
    int done = 0;
    while (done < rows) {
      int row = Math.min(done, rows - ROWS);
      six(vectors, a + row * aStep, aStep, b, depth, c + row * cStep, cStep, lastVector);
      // While the tile is in the first-level cache. The overlap has its epilogue once more, as it
      // has its products.
      epilogue.apply(ROWS, width, c + row * cStep, cStep, residual + row * cStep);
      done = row + ROWS;
    }
  }

  private static void six(
      int vectors,
      long a,
      long aStep,
      long b,
      int depth,
      long c,
      long cStep,
      VectorMask<Float> lastVector) {
    switch (vectors) {
      case 1 -> Tile6x1.multiply(a, aStep, b, depth, c, cStep, lastVector);
      case 2 -> Tile6x2.multiply(a, aStep, b, depth, c, cStep, lastVector);
      case 3 -> Tile6x3.multiply(a, aStep, b, depth, c, cStep, lastVector);
      default -> Tile6x4.multiply(a, aStep, b, depth, c, cStep, lastVector);
    }
  }

  private static void one(
      int vectors, long a, long b, int depth, long c, VectorMask<Float> lastVector) {
    switch (vectors) {
      case 1 -> Tile1x1.multiply(a, b, depth, c, lastVector);
      case 2 -> Tile1x2.multiply(a, b, depth, c, lastVector);
      case 3 -> Tile1x3.multiply(a, b, depth, c, lastVector);
      default -> Tile1x4.multiply(a, b, depth, c, lastVector);
    }
  }
}
