package dev.webnn4j.op;

import dev.webnn4j.MLRoundingType;

/**
 * A window that slides over an image: the geometry of convolutions and poolings. Sizes in pixels.
 */
public record Window2d(Axis height, Axis width) {
  /**
   * The geometry of one spatial axis.
   *
   * @param window taps of the window
   * @param dilation distance between two taps
   * @param begin padding before the first pixel
   * @param end padding behind the last pixel
   */
  public record Axis(
      int input, int output, int window, int stride, int dilation, int begin, int end) {

    /** The pixels from the first to the last tap. */
    public long span() {
      return span(window, dilation);
    }

    /** The first tap of a window that meets a pixel and not the padding. */
    public int firstTap(int outputPixel) {
      long before = begin - (long) outputPixel * stride;
      return (int) Math.clamp(Math.ceilDiv(before, (long) dilation), 0L, window);
    }

    /** The tap behind the last that does; the first one where none does. */
    public int endTap(int outputPixel) {
      long behind = (long) input + begin - (long) outputPixel * stride;
      long end = Math.min(window, Math.ceilDiv(behind, (long) dilation));
      return (int) Math.max(firstTap(outputPixel), end);
    }

    private static long span(int window, int dilation) {
      return (window - 1L) * dilation + 1;
    }
  }

  /**
   * The window of a call, with the output size that the formula gives.
   *
   * @param padding beginning height, ending height, beginning width, ending width
   * @param rounding how a last, incomplete step counts
   */
  static Window2d of(
      Call call,
      int[] input,
      int[] window,
      int[] strides,
      int[] dilations,
      int[] padding,
      MLRoundingType rounding) {
    Axis[] axes = new Axis[2];
    for (int i = 0; i < 2; i++) {
      long span = Axis.span(window[i], dilations[i]);
      long room = (long) input[i] + padding[2 * i] + padding[2 * i + 1] - span;
      call.check(
          room >= 0,
          "a window of %d pixels is larger than the padded input of %d",
          span,
          room + span);
      boolean ceil = rounding == MLRoundingType.CEIL;
      long output = (ceil ? Math.ceilDiv(room, (long) strides[i]) : room / strides[i]) + 1;
      call.check(output <= Integer.MAX_VALUE, "the result would be %d pixels wide", output);
      axes[i] =
          new Axis(
              input[i],
              (int) output,
              window[i],
              strides[i],
              dilations[i],
              padding[2 * i],
              padding[2 * i + 1]);
    }
    return new Window2d(axes[0], axes[1]);
  }

  /** The taps of the window. */
  public int taps() {
    return height.window() * width.window();
  }
}
