package dev.webnn4j.backend.java.kernel.x64;

/**
 * How the rows of a matrix product lie: some lines of equal length, in each of which rows follow at
 * equal distances.
 *
 * @param rows of a line
 * @param leftStep bytes from a row of the left-hand matrix to the next; 0 if a table points to rows
 * @param tableStep bytes of that table for a row, or 0; all lines share the table
 * @param resultStep bytes from a row of result and residual to the next
 * @param count how many lines
 * @param leftLineStep bytes from a line of the left-hand matrix to the next
 * @param resultLineStep bytes from a line of result and residual to the next
 */
record Lines(
    int rows,
    long leftStep,
    long tableStep,
    long resultStep,
    int count,
    long leftLineStep,
    long resultLineStep) {
  /** One line of rows. */
  static Lines one(int rows, long leftStep, long resultStep) {
    return new Lines(rows, leftStep, 0, resultStep, 1, 0, 0);
  }

  /** The same with so many lines. */
  Lines some(int lines) {
    return new Lines(rows, leftStep, tableStep, resultStep, lines, leftLineStep, resultLineStep);
  }
}
