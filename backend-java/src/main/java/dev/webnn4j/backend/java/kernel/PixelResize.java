package dev.webnn4j.backend.java.kernel;

/** Rows of an image that is resized, whose pixels hold their channels together. */
@FunctionalInterface
public interface PixelResize {
  /**
   * What is known beforehand.
   *
   * @param columns between which pixels of a row each pixel of the result lies
   * @param width how many pixels a row of the result has
   * @param channels at least one
   */
  record Shape(SamplePoints columns, int width, int channels) {}

  /** Makes rows of a shape. */
  @FunctionalInterface
  interface Factory {
    PixelResize of(Shape shape, KernelContext context);
  }

  /**
   * Computes a row that lies between two.
   *
   * @param upper a row of the image
   * @param lower the row below it
   * @param down how far the result is from the upper one; if 0, the lower one counts for nothing
   * @param worker who does it
   */
  void row(long upper, long lower, float down, long result, int worker);
}
