package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.op.Window2d;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cuts images, phase by phase, into parts of some rows of output. Parts that differ only in where
 * they are share their calls, so that these are few, however large the image.
 *
 * @param inputPixelBytes from a pixel of the input to the next
 * @param resultPixelBytes likewise of the result
 * @param stripRows so many rows of output belong together
 * @param chunks into how many parts each phase of an image is cut, at least
 */
record PhaseParts(
    int batch,
    Window2d image,
    long inputPixelBytes,
    long resultPixelBytes,
    int stripRows,
    int chunks) {
  /** What is recorded in one piece. */
  private static final int MOST_STRIPS = 128;

  /**
   * What calls depend on. Rows count from the first under the window of the part's first row of
   * output, which may lie in the padding; {@link Place#INPUT} is where its first pixel is or would
   * be, {@link Place#RESULT} that of the first row of output.
   *
   * @param column the phase of columns
   * @param rows of output
   * @param firstInput the first row that exists
   * @param endInput the row behind the last one that exists
   */
  record Shape(int column, int rows, long firstInput, long endInput) {
    boolean hasInput(long row) {
      return row >= firstInput && row < endInput;
    }
  }

  /** The parts of all images. */
  List<RecordedKernel.Part> record(Function<Shape, CallList> recording) {
    List<Phase> rowPhases = Phase.of(image.height());
    List<Phase> columnPhases = Phase.of(image.width());
    Map<Shape, CallList> known = new HashMap<>();
    List<RecordedKernel.Part> parts = new ArrayList<>();
    for (int number = 0; number < batch; number++) {
      for (Phase rows : rowPhases) {
        for (int column = 0; column < columnPhases.size(); column++) {
          addParts(
              parts,
              number,
              rows,
              column,
              columnPhases.get(column),
              shape -> known.computeIfAbsent(shape, recording));
        }
      }
    }
    return parts;
  }

  private void addParts(
      List<RecordedKernel.Part> parts,
      int number,
      Phase rows,
      int column,
      Phase columns,
      Function<Shape, CallList> calls) {
    DepthwiseWindow window = DepthwiseWindow.of(image.height(), image.width());
    int strips = Math.ceilDiv(rows.outputCount(), stripRows);
    int pieces = Math.max(chunks, Math.ceilDiv(strips, MOST_STRIPS));
    for (int piece = 0; piece < pieces; piece++) {
      int first = (int) ((long) strips * piece / pieces) * stripRows;
      int end = (int) ((long) strips * (piece + 1) / pieces) * stripRows;
      int count = Math.min(rows.outputCount(), end) - first;
      if (count <= 0) {
        continue;
      }
      long top = (long) first * window.rowStride() - rows.begin();
      long under = window.inputSpan(count);
      Shape shape =
          new Shape(
              column,
              count,
              Math.clamp(-top, 0L, under),
              Math.clamp(rows.inputCount() - top, 0L, under));
      long y = (long) number * image.height().input() + rows.inputFirst() + top * rows.step();
      long input = y * image.width().input() + columns.inputFirst();
      long resultY =
          (long) number * image.height().output() + rows.outputFirst() + (long) first * rows.step();
      long result = resultY * image.width().output() + columns.outputFirst();
      parts.add(
          new RecordedKernel.Part(
              calls.apply(shape), input * inputPixelBytes, result * resultPixelBytes));
    }
  }
}
