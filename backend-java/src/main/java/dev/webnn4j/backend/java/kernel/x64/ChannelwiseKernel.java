package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * What slides over each channel of channels-last images by itself: tiles over rows, phase by phase
 * where the window is dilated.
 */
final class ChannelwiseKernel implements Kernel {
  private static final int PARTS_PER_WORKER = 4;

  /** The images and what slides over them. */
  record Images(int batch, int channels, Window2d window) {
    long pixelBytes() {
      return 4L * channels;
    }
  }

  /** Makes the rows of each phase of columns. */
  @FunctionalInterface
  interface RowsOfPhase {
    ChannelwiseRows of(Phase columns, ChannelwiseRows.Layout layout);
  }

  private final Images images;
  private final int residualIndex;
  private final DepthwiseWindow window;
  private final List<Phase> rowPhases;
  private final List<Phase> columnPhases;
  private final ChannelwiseRows[] rowsOfPhases;
  private final int chunks;
  private final long outsideRow;
  private final RowPointers[] inputRows;
  private final Workers.Task task = this::part;

  /**
   * @param residualIndex the operand that is added, or -1
   * @param outside what a row beyond the image is full of
   */
  ChannelwiseKernel(
      Images images,
      int residualIndex,
      float outside,
      RowsOfPhase rowsOfPhase,
      KernelContext context) {
    this.images = images;
    this.residualIndex = residualIndex;
    Window2d.Axis height = images.window().height();
    Window2d.Axis width = images.window().width();
    window = DepthwiseWindow.of(height, width);
    rowPhases = Phase.of(height);
    columnPhases = Phase.of(width);
    rowsOfPhases = new ChannelwiseRows[columnPhases.size()];
    for (int i = 0; i < rowsOfPhases.length; i++) {
      Phase columns = columnPhases.get(i);
      rowsOfPhases[i] =
          rowsOfPhase.of(
              columns,
              new ChannelwiseRows.Layout(
                  images.channels(),
                  columns.step() * images.pixelBytes(),
                  columns.step() * images.pixelBytes(),
                  (long) rowPhases.getFirst().step() * width.output() * images.pixelBytes()));
      for (Phase rows : rowPhases) {
        rowsOfPhases[i].prepare(Math.min(rows.outputCount(), rowsOfPhases[i].tileRows()));
        int rest = rows.outputCount() % rowsOfPhases[i].tileRows();
        if (rest > 0) {
          rowsOfPhases[i].prepare(rest);
        }
      }
    }
    int groups = Math.ceilDiv(rowPhases.getFirst().outputCount(), rowsOfPhases[0].tileRows());
    chunks = Math.clamp(Math.ceilDiv(context.workers() * PARTS_PER_WORKER, units()), 1, groups);
    MemorySegment row = context.allocate((width.input() + 1L) * images.pixelBytes());
    for (long i = 0; i < row.byteSize() / 4; i++) {
      row.setAtIndex(ValueLayout.JAVA_FLOAT, i, outside);
    }
    outsideRow = row.address();
    inputRows = new RowPointers[context.workers()];
    for (int i = 0; i < inputRows.length; i++) {
      inputRows[i] = RowPointers.allocate(context);
    }
  }

  /** The phases of all images. */
  private int units() {
    return images.batch() * rowPhases.size() * columnPhases.size();
  }

  @Override
  public boolean reads(int operand) {
    return ConvolutionNode.reads(operand, residualIndex);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == residualIndex;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(units() * chunks, task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    int unit = part / chunks;
    int column = unit % columnPhases.size();
    ChannelwiseRows tiles = rowsOfPhases[column];
    Phase rows = rowPhases.get(unit / columnPhases.size() % rowPhases.size());
    int image = unit / columnPhases.size() / rowPhases.size();
    int groups = Math.ceilDiv(rows.outputCount(), tiles.tileRows());
    int chunk = part % chunks;
    int first = groups * chunk / chunks * tiles.tileRows();
    int end = Math.min(rows.outputCount(), groups * (chunk + 1) / chunks * tiles.tileRows());
    for (int row = first; row < end; row += tiles.tileRows()) {
      int count = Math.min(tiles.tileRows(), end - row);
      RowPointers input = inputRows[worker];
      pointToRows(buffers, image, rows, columnPhases.get(column), row, count, input);
      Window2d.Axis height = images.window().height();
      Window2d.Axis width = images.window().width();
      long y = (long) image * height.output() + rows.outputFirst() + (long) row * rows.step();
      long at = (y * width.output() + columnPhases.get(column).outputFirst()) * images.pixelBytes();
      long residual = residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + at;
      tiles.run(count, input, buffers.output().address() + at, residual);
    }
  }

  private void pointToRows(
      Buffers buffers,
      int image,
      Phase rows,
      Phase columns,
      int row,
      int count,
      RowPointers target) {
    Window2d.Axis height = images.window().height();
    long top = (long) row * window.rowStride() - rows.begin();
    for (int i = 0; i < window.inputRows(count); i++) {
      if (rows.hasInput(top + i)) {
        long y = (long) image * height.input() + rows.inputFirst() + (top + i) * rows.step();
        long pixel = y * images.window().width().input() + columns.inputFirst();
        target.set(i, buffers.input(0).address() + pixel * images.pixelBytes());
      } else {
        target.set(i, outsideRow);
      }
    }
  }
}
