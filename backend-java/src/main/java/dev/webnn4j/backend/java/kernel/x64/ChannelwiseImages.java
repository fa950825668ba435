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

    private long inputBytes() {
      return (long) window.height().input() * window.width().input() * pixelBytes();
    }

    private long resultBytes() {
      return (long) window.height().output() * window.width().output() * pixelBytes();
    }
  }

  /** Makes the rows of each phase of columns. */
  @FunctionalInterface
  interface RowsOfPhase {
    ChannelwiseRows of(Phase columns, ChannelwiseRows.Layout layout);
  }

  private final Images images;
  private final DepthwiseWindow window;
  private final List<Phase> rowPhases;
  private final List<Phase> columnPhases;
  private final List<ChannelwiseRows> rowsOfPhases;
  private final int chunks;
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
    Window2d.Axis height = images.window().height();
    Window2d.Axis width = images.window().width();
    window = DepthwiseWindow.of(height, width);
    rowPhases = Phase.of(height);
    columnPhases = Phase.of(width);
    long rowStep = (long) rowPhases.getFirst().step() * width.output() * images.pixelBytes();
    long step = columnPhases.getFirst().step() * images.pixelBytes();
    ChannelwiseRows.Layout layout =
        new ChannelwiseRows.Layout(images.channels(), step, step, rowStep);
    rowsOfPhases = columnPhases.stream().map(columns -> rowsOfPhase.of(columns, layout)).toList();
    int units = images.batch() * rowPhases.size() * columnPhases.size();
    int tileRows = rowsOfPhases.getFirst().tileRows();
    int groups = Math.ceilDiv(rowPhases.getFirst().outputCount(), tileRows);
    chunks = Math.clamp(Math.ceilDiv(context.workers() * PARTS_PER_WORKER, units), 1, groups);
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

  /** The parts of one image, and the same for each other one. */
  private List<RecordedKernel.Part> parts() {
    List<CallList> ofImage = new ArrayList<>();
    for (Phase rows : rowPhases) {
      for (int column = 0; column < columnPhases.size(); column++) {
        for (int chunk = 0; chunk < chunks; chunk++) {
          ofImage.add(part(rows, column, chunk));
        }
      }
    }
    return RecordedKernel.Part.ofImages(
        images.batch(), ofImage, images.inputBytes(), images.resultBytes());
  }

  private CallList part(Phase rows, int column, int chunk) {
    CallList.Recorder recorder = new CallList.Recorder(context);
    ChannelwiseRows tiles = rowsOfPhases.get(column);
    Phase columns = columnPhases.get(column);
    int groups = Math.ceilDiv(rows.outputCount(), tiles.tileRows());
    int first = groups * chunk / chunks * tiles.tileRows();
    int end = Math.min(rows.outputCount(), groups * (chunk + 1) / chunks * tiles.tileRows());
    for (int row = first; row < end; row += tiles.tileRows()) {
      int count = Math.min(tiles.tileRows(), end - row);
      RowPointers.record(recorder, Place.OTHER, rowsUnder(rows, columns, row, count));
      long y = rows.outputFirst() + (long) row * rows.step();
      long pixel = y * images.window().width().output() + columns.outputFirst();
      long at = pixel * images.pixelBytes();
      tiles.record(recorder, count, Place.OTHER, Place.RESULT.plus(at), Place.RESIDUAL.plus(at));
    }
    return recorder.finish();
  }

  /** Where the rows of input under some rows of output are. */
  private List<Place> rowsUnder(Phase rows, Phase columns, int row, int count) {
    List<Place> places = new ArrayList<>();
    long top = (long) row * window.rowStride() - rows.begin();
    for (long i = top; i < top + window.inputRows(count); i++) {
      long y = rows.inputFirst() + i * rows.step();
      long pixel = y * images.window().width().input() + columns.inputFirst();
      places.add(rows.hasInput(i) ? Place.INPUT.plus(pixel * images.pixelBytes()) : outsideRow);
    }
    return places;
  }
}
