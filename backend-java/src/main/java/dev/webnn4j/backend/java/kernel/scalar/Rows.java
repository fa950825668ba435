package dev.webnn4j.backend.java.kernel.scalar;

/** The inner loops that much of the time goes to, kept simple for the JVM to vectorise. */
final class Rows {
  private Rows() {}

  /** {@code sums += factor * values}. */
  static void addProduct(
      float[] sums, int sumsAt, float factor, float[] values, int valuesAt, int count) {
    for (int i = 0; i < count; i++) {
      sums[sumsAt + i] += factor * values[valuesAt + i];
    }
  }
}
