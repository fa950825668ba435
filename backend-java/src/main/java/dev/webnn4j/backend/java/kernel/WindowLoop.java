package dev.webnn4j.backend.java.kernel;

/**
 * What becomes of the pixels under a window, each channel by itself. A pixel's channels lie
 * together.
 */
@FunctionalInterface
public interface WindowLoop {
  /**
   * What is known beforehand.
   *
   * @param rowStep bytes from a row of pixels under a window to the next
   * @param columnStep bytes from a column to the next
   */
  record Shape(long rowStep, long columnStep) {}

  /** Makes loops of a shape. */
  @FunctionalInterface
  interface Factory {
    WindowLoop of(Shape shape, KernelContext context);
  }

  /**
   * Goes through the pixels row by row.
   *
   * @param from the first pixel, from its first channel on
   * @param rows how many lie under the window; none if it lies in the padding alone
   * @param columns likewise
   * @param channels how many of them, at least one
   * @param worker who does it
   */
  void run(long from, int rows, int columns, long to, int channels, int worker);
}
