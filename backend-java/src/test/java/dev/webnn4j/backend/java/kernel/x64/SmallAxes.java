package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.op.Window2d;
import java.util.Optional;
import java.util.function.Consumer;

/** Axes of small windows over small images. */
final class SmallAxes {
  private static final int SIZES = 7;
  private static final int WINDOWS = 4;
  private static final int STEPS = 3;
  private static final int PADDINGS = 5;

  private SmallAxes() {}

  /** Every one that has a result. */
  static void forEach(Consumer<Window2d.Axis> test) {
    for (int input = 1; input <= SIZES; input++) {
      for (int window = 1; window <= WINDOWS; window++) {
        for (int stride = 1; stride <= STEPS; stride++) {
          for (int dilation = 1; dilation <= STEPS + 1; dilation++) {
            for (int padding = 0; padding < PADDINGS * PADDINGS; padding++) {
              axis(input, window, stride, dilation, padding % PADDINGS, padding / PADDINGS)
                  .ifPresent(test);
            }
          }
        }
      }
    }
  }

  /** Some larger one. */
  static Window2d.Axis any(Draw draw, int maxWindow) {
    int window = draw.between(1, maxWindow);
    int stride = draw.oneIn(2) ? 1 : draw.between(1, 3);
    int dilation = draw.oneIn(2) ? 1 : draw.between(1, 3);
    int input = draw.between(1, 24);
    int begin = draw.between(0, 4);
    // So that the window fits.
    int end = Math.max(draw.between(0, 4), (window - 1) * dilation + 1 - input - begin);
    return axis(input, window, stride, dilation, begin, end).orElseThrow();
  }

  private static Optional<Window2d.Axis> axis(
      int input, int window, int stride, int dilation, int begin, int end) {
    int room = input + begin + end - (window - 1) * dilation - 1;
    return room < 0
        ? Optional.empty()
        : Optional.of(
            new Window2d.Axis(input, room / stride + 1, window, stride, dilation, begin, end));
  }

  /** The pixel under a tap, by definition; may lie in the padding. */
  static int pixel(Window2d.Axis axis, int output, int tap) {
    return output * axis.stride() - axis.begin() + tap * axis.dilation();
  }

  static boolean isInside(Window2d.Axis axis, int pixel) {
    return pixel >= 0 && pixel < axis.input();
  }
}
