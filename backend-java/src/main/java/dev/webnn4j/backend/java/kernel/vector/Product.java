package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.VectorMask;

/** The product of some rows of a matrix with a whole {@link PackedMatrix}. */
final class Product {
  /** Rows of A are reused for every panel while they are in the second-level cache. */
  private static final int CACHE_BYTES = 256 * 1024;

  private final PackedMatrix matrix;
  private final Epilogue epilogue;
  private final VectorMask<Float> fullVector = Lanes.first(Lanes.LENGTH);
  private final VectorMask<Float> lastVector;

  Product(PackedMatrix matrix, Epilogue epilogue) {
    this.matrix = matrix;
    this.epilogue = epilogue;
    int rest = matrix.columns() % Lanes.LENGTH;
    this.lastVector = rest == 0 ? fullVector : Lanes.first(rest);
  }

  PackedMatrix matrix() {
    return matrix;
  }

  /** How many rows one call should get at most: whole tiles that fit the cache. */
  static int rowsAtOnce(int depth) {
    int rows = CACHE_BYTES / Math.max(4 * depth, 1);
    return Tiles.ROWS * Math.clamp(rows / Tiles.ROWS, 1, 40);
  }

  /** All panels; see {@link Tiles#multiply}. */
  void multiply(int rows, long a, long aStep, long c, long cStep, long residual) {
    for (int panel = 0; panel < matrix.panels(); panel++) {
      multiply(panel, rows, a, aStep, c, cStep, residual);
    }
  }

  /** One panel. */
  void multiply(int panel, int rows, long a, long aStep, long c, long cStep, long residual) {
    long column = 4L * matrix.firstColumn(panel);
    boolean last = panel == matrix.panels() - 1;
    Tiles.multiply(
        rows,
        a,
        aStep,
        matrix,
        panel,
        c + column,
        cStep,
        last ? lastVector : fullVector,
        epilogue,
        residual + column);
  }
}
