package dev.webnn4j.backend.java.kernel;

/**
 * The first index of the greatest channel of each pixel of a row, whose channels are rows of their
 * own, one behind the other. Nothing is greater than NaN, nor is NaN.
 */
public interface RowSearch {
  /**
   * What is known beforehand.
   *
   * @param channels at least one
   * @param channelBytes from one channel of a pixel to the next: whole steps of two vectors
   */
  record Shape(int channels, long channelBytes) {}

  /** Makes searches of a shape. */
  @FunctionalInterface
  interface Factory {
    RowSearch of(Shape shape, KernelContext context);
  }

  /**
   * Searches a row. Pixels are read and indices written in steps of two vectors, beyond the last
   * pixel.
   *
   * @param indices where they go, as ints
   */
  void greatest(long row, int count, long indices);

  /**
   * Searches a row that lies between two.
   *
   * @param weight how far it is from the upper one towards the lower one, not 0
   */
  void greatest(long upper, long lower, float weight, int count, long indices);
}
