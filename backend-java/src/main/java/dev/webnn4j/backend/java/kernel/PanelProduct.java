package dev.webnn4j.backend.java.kernel;

import java.util.List;

/**
 * The product of rows with panels of a packed matrix: some vectors of columns, a row of biases and
 * then the rows of the matrix, one behind the other.
 */
@FunctionalInterface
public interface PanelProduct {
  /**
   * What is known beforehand.
   *
   * @param lanes floats of a vector
   * @param depth the rows of the matrix
   * @param leftStep bytes from a row of the left-hand matrix to the next
   * @param resultStep bytes from a row of the result to the next
   * @param rowCounts how many rows a call may bring
   * @param widths how many columns a panel may have; the last vector may be padded
   */
  record Shape(
      int lanes,
      int depth,
      long leftStep,
      long resultStep,
      List<Integer> rowCounts,
      List<Integer> widths) {}

  /** Makes products of a shape. */
  @FunctionalInterface
  interface Factory {
    PanelProduct of(Shape shape, KernelContext context);
  }

  /** Multiplies rows, which lie at {@code left}, by a panel. */
  void multiply(long panel, int width, int rows, long left, long result);
}
