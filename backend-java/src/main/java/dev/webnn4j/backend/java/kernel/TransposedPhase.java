package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.Window2d;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pixels of a transposed convolution's result that the same taps of its filter reach: of each
 * axis every {@code stride}-th. They are an ordinary convolution of the input with these taps, the
 * last one first, and without a stride; its padding may be negative.
 */
public record TransposedPhase(Axis height, Axis width) {
  /**
   * One axis.
   *
   * @param slid the convolution that gives the pixels
   * @param origin the first pixel
   * @param step the distance to the next, in the result
   * @param lastTap the tap of the filter that is the first of the convolution's window
   * @param tapStep how many taps of the filter each tap of the window goes back
   */
  public record Axis(Window2d.Axis slid, int origin, int step, int lastTap, int tapStep) {
    /** The tap of the filter that is a tap of the window. */
    public int tap(int windowTap) {
      return lastTap - windowTap * tapStep;
    }

    /** Where a pixel of the convolution is in the result. */
    public int pixel(int slidPixel) {
      return origin + slidPixel * step;
    }

    private static List<Axis> of(ConvTranspose2d.Axis axis) {
      int tapStep = axis.stride() / gcd(axis.stride(), axis.dilation());
      List<Axis> axes = new ArrayList<>();
      // Taps so far apart meet the same pixels; those between them meet others.
      for (int first = 0; first < Math.min(tapStep, axis.window()); first++) {
        long firstPixel = (long) first * axis.dilation() - axis.begin();
        int origin = (int) Math.floorMod(firstPixel, (long) axis.stride());
        if (origin < axis.output()) {
          int taps = Math.ceilDiv(axis.window() - first, tapStep);
          of(axis, origin, first, taps, tapStep).ifPresent(axes::add);
        }
      }
      return axes;
    }

    private static int gcd(int a, int b) {
      return b == 0 ? a : gcd(b, a % b);
    }

    /** Empty if no tap meets a pixel of the input. */
    private static Optional<Axis> of(
        ConvTranspose2d.Axis axis, int origin, int first, int all, int tapStep) {
      int output = Math.ceilDiv(axis.output() - origin, axis.stride());
      // Neighbours meet pixels of the input that are neighbours.
      long dilation = (long) tapStep * axis.dilation() / axis.stride();
      // The pixel of the input that the first tap meets for the first pixel of the phase.
      long meets = ((long) axis.begin() + origin - (long) first * axis.dilation()) / axis.stride();
      // Taps that never meet one are left out: how far away they are may fit no int.
      long from = Math.max(0, Math.ceilDiv(meets - axis.input() + 1, dilation));
      long to = Math.min(all - 1L, Math.floorDiv(meets + output - 1, dilation));
      if (from > to) {
        return Optional.empty();
      }
      int taps = (int) (to - from) + 1;
      int padding = Math.toIntExact(to * dilation - meets);
      Window2d.Axis slid =
          new Window2d.Axis(
              axis.input(),
              output,
              taps,
              1,
              Math.toIntExact(dilation),
              padding,
              Math.toIntExact(output + (taps - 1) * dilation - padding - axis.input()));
      int lastTap = Math.toIntExact(first + to * tapStep);
      return Optional.of(new Axis(slid, origin, axis.stride(), lastTap, tapStep));
    }
  }

  /** The phases; pixels that no tap reaches are in none. */
  public static List<TransposedPhase> of(ConvTranspose2d.Geometry geometry) {
    List<TransposedPhase> phases = new ArrayList<>();
    for (Axis height : Axis.of(geometry.height())) {
      for (Axis width : Axis.of(geometry.width())) {
        phases.add(new TransposedPhase(height, width));
      }
    }
    return phases;
  }

  /** Whether each pixel of the result is in one of all its phases. */
  public static boolean cover(List<TransposedPhase> phases, ConvTranspose2d.Geometry geometry) {
    long pixels =
        phases.stream()
            .mapToLong(phase -> (long) phase.height.slid.output() * phase.width.slid.output())
            .sum();
    return pixels == (long) geometry.height().output() * geometry.width().output();
  }

  /** The convolution that gives the phase's pixels. */
  public Conv2d.Geometry convolution(ConvTranspose2d.Geometry geometry) {
    return new Conv2d.Geometry(
        geometry.batch(),
        geometry.inputChannels(),
        geometry.outputChannels(),
        geometry.groups(),
        new Window2d(height.slid, width.slid));
  }
}
