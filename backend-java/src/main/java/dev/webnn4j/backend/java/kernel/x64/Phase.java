package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.op.Window2d;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every so-many-th pixel along an axis. A window with dilation d touches pixels of one such phase
 * only, so that each of d phases is a small dense image and the dilation is gone.
 *
 * @param step from a pixel of the phase to the next, in input and output
 * @param inputFirst the first pixel of the input
 * @param inputCount how many there are
 * @param outputFirst the first pixel of the output
 * @param outputCount how many there are
 * @param begin padding before the first pixel of the input, in pixels of the phase
 */
record Phase(
    int step, int inputFirst, int inputCount, int outputFirst, int outputCount, int begin) {
  /** The phases of an axis; one alone if its window is dense, or has strides as well. */
  static List<Phase> of(Window2d.Axis axis) {
    if (!isSplit(axis)) {
      return List.of(new Phase(1, 0, axis.input(), 0, axis.output(), axis.begin()));
    }
    int step = axis.dilation();
    return IntStream.range(0, Math.min(step, axis.output()))
        .mapToObj(
            first -> {
              int under = first - axis.begin();
              int inputFirst = Math.floorMod(under, step);
              int inputCount = Math.max(0, Math.ceilDiv(axis.input() - inputFirst, step));
              int outputCount = Math.ceilDiv(axis.output() - first, step);
              return new Phase(
                  step, inputFirst, inputCount, first, outputCount, -Math.floorDiv(under, step));
            })
        .toList();
  }

  private static boolean isSplit(Window2d.Axis axis) {
    return axis.dilation() > 1 && axis.stride() == 1;
  }

  /** The dilation that is left within a phase. */
  static int dilationWithin(Window2d.Axis axis) {
    return isSplit(axis) ? 1 : axis.dilation();
  }

  boolean hasInput(long row) {
    return row >= 0 && row < inputCount;
  }
}
