package dev.webnn4j.backend.java.kernel;

import java.util.Optional;

/**
 * Some columns of a row of an image, resized along the row; each channel of the result is a row of
 * its own, padded to whole vectors with its last element.
 */
@FunctionalInterface
public interface ChannelResize {
  /**
   * What is known beforehand.
   *
   * @param points between which columns of the input those of the whole result lie
   * @param from the first column wanted of the result
   * @param to the end of the columns wanted
   * @param channels at least one
   * @param channelStep bytes from a channel of the input to the next
   * @param columnStep bytes from a column of the input to the next
   * @param resultStep bytes from a channel of the result to the next, a multiple of a vector
   * @param negated whether elements change their sign
   */
  record Shape(
      SamplePoints points,
      int from,
      int to,
      int channels,
      long channelStep,
      long columnStep,
      long resultStep,
      boolean negated) {}

  /** Makes rows of a shape, or none where it cannot. */
  @FunctionalInterface
  interface Factory {
    Optional<ChannelResize> of(Shape shape, KernelContext context);
  }

  /**
   * Resizes.
   *
   * @param row the first channel's column 0
   * @param worker who does it
   */
  void run(long row, long result, int worker);
}
