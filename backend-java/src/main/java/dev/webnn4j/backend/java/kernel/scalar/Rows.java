package dev.webnn4j.backend.java.kernel.scalar;

/**
 * The inner loops that most of the time goes to. The JVM vectorises a loop only if it knows that
 * what it writes is not what it reads later, which it does if all arrays are walked with one index.
 */
final class Rows {
  private Rows() {}

  /** {@code sums += factor * values}. */
  static void addProduct(float[] sums, float factor, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += factor * values[i];
    }
  }

  /**
   * {@code sums += factors[k] * rows[k]} for some rows, four at a time, so that the sums stay in
   * registers longer. The order of the additions depends on nothing but {@code rowCount}.
   *
   * @param factorsAt where the factors begin
   * @param rowsAt the first row
   */
  static void addProducts(
      float[] sums,
      float[] factors,
      int factorsAt,
      float[][] rows,
      int rowsAt,
      int rowCount,
      int count) {
    int k = 0;
    for (; k + 4 <= rowCount; k += 4) {
      addFour(
          sums,
          factors[factorsAt + k],
          rows[rowsAt + k],
          factors[factorsAt + k + 1],
          rows[rowsAt + k + 1],
          factors[factorsAt + k + 2],
          rows[rowsAt + k + 2],
          factors[factorsAt + k + 3],
          rows[rowsAt + k + 3],
          count);
    }
    for (; k < rowCount; k++) {
      addProduct(sums, factors[factorsAt + k], rows[rowsAt + k], count);
    }
  }

  private static void addFour(
      float[] sums,
      float factor0,
      float[] row0,
      float factor1,
      float[] row1,
      float factor2,
      float[] row2,
      float factor3,
      float[] row3,
      int count) {
    for (int i = 0; i < count; i++) {
      float early = sums[i] + factor0 * row0[i] + factor1 * row1[i];
      sums[i] = early + factor2 * row2[i] + factor3 * row3[i];
    }
  }
}
