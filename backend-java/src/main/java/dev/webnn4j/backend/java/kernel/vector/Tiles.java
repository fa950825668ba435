package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Products of a few rows of a matrix with one panel of a {@link PackedMatrix}. Each tile is a class
 * of its own, written out: C2 keeps vectors in registers only if they are local variables of a
 * method it can compile as one.
 */
final class Tiles {
  /** The rows of the tall tiles. */
  static final int ROWS = 6;

  private Tiles() {}

  /**
   * Multiplies rows of A with a panel and stores the result.
   *
   * @param rows at least 1; several tall tiles, the last of which may overlap the one before
   * @param a the first row, {@code depth} floats that lie side by side
   * @param aStep bytes from a row of A to the next
   * @param c where the panel's first column of the first row goes
   * @param cStep bytes from a row of the result to the next
   * @param residual like {@code c}, in the tensor that is added
   * @param lastVector which lanes of the panel's last vector are columns of the result
   */
  static void multiply(
      int rows,
      long a,
      long aStep,
      PackedMatrix matrix,
      int panel,
      long c,
      long cStep,
      long residual,
      Epilogue epilogue,
      VectorMask<Float> lastVector) {
    long b = matrix.address(panel);
    int depth = matrix.rows();
    int vectors = matrix.vectors(panel);
    if (rows < ROWS) {
      for (int row = 0; row < rows; row++) {
        one(
            vectors,
            a + row * aStep,
            b,
            depth,
            c + row * cStep,
            residual + row * cStep,
            epilogue,
            lastVector);
      }
      return;
    }
    for (int next = 0; next < rows; next += ROWS) {
      int row = Math.min(next, rows - ROWS);
      six(
          vectors,
          a + row * aStep,
          aStep,
          b,
          depth,
          c + row * cStep,
          cStep,
          residual + row * cStep,
          epilogue,
          lastVector);
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
      long residual,
      Epilogue epilogue,
      VectorMask<Float> lastVector) {
    switch (vectors) {
      case 1 -> Tile6x1.multiply(a, aStep, b, depth, c, cStep, residual, epilogue, lastVector);
      case 2 -> Tile6x2.multiply(a, aStep, b, depth, c, cStep, residual, epilogue, lastVector);
      case 3 -> Tile6x3.multiply(a, aStep, b, depth, c, cStep, residual, epilogue, lastVector);
      default -> Tile6x4.multiply(a, aStep, b, depth, c, cStep, residual, epilogue, lastVector);
    }
  }

  private static void one(
      int vectors,
      long a,
      long b,
      int depth,
      long c,
      long residual,
      Epilogue epilogue,
      VectorMask<Float> lastVector) {
    switch (vectors) {
      case 1 -> Tile1x1.multiply(a, 0, b, depth, c, 0, residual, epilogue, lastVector);
      case 2 -> Tile1x2.multiply(a, 0, b, depth, c, 0, residual, epilogue, lastVector);
      case 3 -> Tile1x3.multiply(a, 0, b, depth, c, 0, residual, epilogue, lastVector);
      default -> Tile1x4.multiply(a, 0, b, depth, c, 0, residual, epilogue, lastVector);
    }
  }

  static void store(
      FloatVector v0, long c, long residual, Epilogue epilogue, VectorMask<Float> lastVector) {
    storeLast(v0, c, residual, epilogue, lastVector);
  }

  static void store(
      FloatVector v0,
      FloatVector v1,
      long c,
      long residual,
      Epilogue epilogue,
      VectorMask<Float> lastVector) {
    Lanes.store(epilogue.apply(v0, residual), c);
    storeLast(v1, c + Lanes.BYTES, residual + Lanes.BYTES, epilogue, lastVector);
  }

  static void store(
      FloatVector v0,
      FloatVector v1,
      FloatVector v2,
      long c,
      long residual,
      Epilogue epilogue,
      VectorMask<Float> lastVector) {
    Lanes.store(epilogue.apply(v0, residual), c);
    Lanes.store(epilogue.apply(v1, residual + Lanes.BYTES), c + Lanes.BYTES);
    storeLast(v2, c + 2 * Lanes.BYTES, residual + 2 * Lanes.BYTES, epilogue, lastVector);
  }

  static void store(
      FloatVector v0,
      FloatVector v1,
      FloatVector v2,
      FloatVector v3,
      long c,
      long residual,
      Epilogue epilogue,
      VectorMask<Float> lastVector) {
    Lanes.store(epilogue.apply(v0, residual), c);
    Lanes.store(epilogue.apply(v1, residual + Lanes.BYTES), c + Lanes.BYTES);
    Lanes.store(epilogue.apply(v2, residual + 2 * Lanes.BYTES), c + 2 * Lanes.BYTES);
    storeLast(v3, c + 3 * Lanes.BYTES, residual + 3 * Lanes.BYTES, epilogue, lastVector);
  }

  private static void storeLast(
      FloatVector sum, long c, long residual, Epilogue epilogue, VectorMask<Float> lastVector) {
    if (lastVector.allTrue()) {
      Lanes.store(epilogue.apply(sum, residual), c);
    } else {
      Lanes.store(epilogue.apply(sum, residual, lastVector), c, lastVector);
    }
  }
}
