package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What slides over each channel of channels-last images by itself: tiles over rows, phase by phase
 * where the window is dilated.
 */
final class ChannelwiseImages {
  private static final int PARTS_PER_WORKER = 4;

  /** The images and what slides over them. */
  record Images(int batch, int channels, Window2d window) {
    private long pixelBytes() {
      return 4L * channels;
    }
  }

  /** Makes the rows of each phase of columns. */
  @FunctionalInterface
  interface RowsOfPhase {
    ChannelwiseRows of(Phase columns, ChannelwiseRows.Layout layout);
  }

  private final Images images;
  private final DepthwiseWindow window;

  /** From a row of a phase to the next, in the input and in the result. */
  private final int rowStep;

  /** For each phase of columns. */
  private final List<ChannelwiseRows> tiles;

  private final Place outsideRow;
  private final KernelContext context;

  /**
   * Records a kernel.
   *
   * @param residualIndex the operand that is added, or -1
   * @param outside what a row beyond the image is full of
   */
  static RecordedKernel kernel(
      Images images,
      int residualIndex,
      float outside,
      RowsOfPhase rowsOfPhase,
      KernelContext context) {
    List<RecordedKernel.Part> parts =
        new ChannelwiseImages(images, outside, rowsOfPhase, context).parts();
    return new RecordedKernel(
        parts, residualIndex, () -> context.allocate(RowPointers.BYTES).address(), context);
  }

  private ChannelwiseImages(
      Images images, float outside, RowsOfPhase rowsOfPhase, KernelContext context) {
    this.images = images;
    this.context = context;
    Window2d.Axis width = images.window().width();
    window = DepthwiseWindow.of(images.window().height(), width);
    rowStep = Phase.of(images.window().height()).getFirst().step();
    List<Phase> columnPhases = Phase.of(width);
    long step = columnPhases.getFirst().step() * images.pixelBytes();
    ChannelwiseRows.Layout layout =
        new ChannelwiseRows.Layout(
            images.channels(), step, step, (long) rowStep * width.output() * images.pixelBytes());
    tiles = columnPhases.stream().map(columns -> rowsOfPhase.of(columns, layout)).toList();
    outsideRow = Place.of(row(outside, (width.input() + 1L) * images.channels()).address());
  }

  private MemorySegment row(float value, long count) {
    MemorySegment row = context.allocate(4 * count);
    if (value != 0) {
      float[] values = new float[Math.toIntExact(count)];
      Arrays.fill(values, value);
      MemorySegment.copy(values, 0, row, ValueLayout.JAVA_FLOAT, 0, values.length);
    }
    return row;
  }

  private List<RecordedKernel.Part> parts() {
    List<Phase> rowPhases = Phase.of(images.window().height());
    int units = images.batch() * rowPhases.size() * tiles.size();
    int tileRows = tiles.getFirst().tileRows();
    int strips = Math.ceilDiv(rowPhases.getFirst().outputCount(), tileRows);
    int wanted = Math.ceilDiv(context.workers() * PARTS_PER_WORKER, units);
    return new PhaseParts(
            images.batch(),
            images.window(),
            images.pixelBytes(),
            images.pixelBytes(),
            tileRows,
            Math.clamp(wanted, 1, strips))
        .record(this::record);
  }

  private CallList record(PhaseParts.Shape shape) {
    CallList.Recorder recorder = new CallList.Recorder(context);
    ChannelwiseRows ofPhase = tiles.get(shape.column());
    long resultStep = (long) rowStep * images.window().width().output() * images.pixelBytes();
    for (int row = 0; row < shape.rows(); row += ofPhase.tileRows()) {
      int count = Math.min(ofPhase.tileRows(), shape.rows() - row);
      RowPointers.record(recorder, Place.OTHER, rowsUnder(shape, row, count));
      long at = row * resultStep;
      ofPhase.record(recorder, count, Place.OTHER, Place.RESULT.plus(at), Place.RESIDUAL.plus(at));
    }
    return recorder.finish();
  }

  /** Where the rows of input under some rows of output are. */
  private List<Place> rowsUnder(PhaseParts.Shape shape, int row, int count) {
    long inputStep = (long) rowStep * images.window().width().input() * images.pixelBytes();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < window.inputRows(count); i++) {
      long under = (long) row * window.rowStride() + i;
      places.add(shape.hasInput(under) ? Place.INPUT.plus(under * inputStep) : outsideRow);
    }
    return places;
  }
}
