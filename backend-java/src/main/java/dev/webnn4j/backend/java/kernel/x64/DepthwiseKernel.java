package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** Depthwise convolution, channels last: tiles over rows, phase by phase where it is dilated. */
final class DepthwiseKernel implements Kernel {
  private static final int PARTS_PER_WORKER = 4;

  private final Conv2d.Geometry geometry;
  private final int residualIndex;
  private final DepthwiseWindow window;
  private final List<Phase> rowPhases;
  private final List<Phase> columnPhases;
  private final DepthwiseRows[] rowsOfPhases;
  private final int chunks;
  private final long zeroRow;
  private final long[][] inputRows;
  private final MemorySegment[] pointers;
  private final Workers.Task task = this::part;

  static Candidate offer(ConvolutionNode node, KernelContext context) {
    Window2d window = node.geometry().window();
    int channels = node.geometry().inputChannels();
    Optional<String> obstacle =
        DepthwiseRows.obstacle(
            context.machineCode().isa(),
            DepthwiseWindow.of(window.height(), window.width()),
            channels,
            4L * channels * Phase.of(window.width()).getFirst().step());
    return obstacle.isPresent()
        ? Candidate.refuse(obstacle.get())
        : Candidate.accept("depthwise", new DepthwiseKernel(node, context));
  }

  private DepthwiseKernel(ConvolutionNode node, KernelContext context) {
    geometry = node.geometry();
    residualIndex = node.residualIndex();
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    window = DepthwiseWindow.of(height, width);
    rowPhases = Phase.of(height);
    columnPhases = Phase.of(width);
    int channels = geometry.inputChannels();
    long filter =
        DepthwiseFilter.pack(
            channels,
            channels,
            window.taps(),
            node.filter(),
            node.bias(),
            node.min(),
            node.max(),
            context);
    rowsOfPhases = new DepthwiseRows[columnPhases.size()];
    for (int i = 0; i < rowsOfPhases.length; i++) {
      Phase columns = columnPhases.get(i);
      DepthwiseRows.Layout layout =
          new DepthwiseRows.Layout(
              channels,
              columns.step() * pixelBytes(),
              columns.step() * pixelBytes(),
              (long) rowPhases.getFirst().step() * width.output() * pixelBytes());
      rowsOfPhases[i] =
          new DepthwiseRows(window, columns, layout, node.epilogue(), filter, context);
      for (Phase rows : rowPhases) {
        rowsOfPhases[i].prepare(Math.min(rows.outputCount(), rowsOfPhases[i].tileRows()));
        int rest = rows.outputCount() % rowsOfPhases[i].tileRows();
        if (rest > 0) {
          rowsOfPhases[i].prepare(rest);
        }
      }
    }
    int units = geometry.batch() * rowPhases.size() * columnPhases.size();
    int groups = Math.ceilDiv(rowPhases.getFirst().outputCount(), rowsOfPhases[0].tileRows());
    chunks = Math.clamp(Math.ceilDiv(context.workers() * PARTS_PER_WORKER, units), 1, groups);
    zeroRow = context.allocate((width.input() + 1L) * pixelBytes()).address();
    inputRows = new long[context.workers()][DepthwiseTiles.MAX_INPUT_ROWS];
    pointers = new MemorySegment[context.workers()];
    for (int i = 0; i < pointers.length; i++) {
      pointers[i] = context.allocate((long) DepthwiseTiles.MAX_INPUT_ROWS * Long.BYTES);
    }
  }

  private long pixelBytes() {
    return 4L * geometry.inputChannels();
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
    int units = geometry.batch() * rowPhases.size() * columnPhases.size();
    workers.run(units * chunks, task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    int unit = part / chunks;
    int column = unit % columnPhases.size();
    DepthwiseRows tiles = rowsOfPhases[column];
    Phase rows = rowPhases.get(unit / columnPhases.size() % rowPhases.size());
    int image = unit / columnPhases.size() / rowPhases.size();
    int groups = Math.ceilDiv(rows.outputCount(), tiles.tileRows());
    int chunk = part % chunks;
    int first = groups * chunk / chunks * tiles.tileRows();
    int end = Math.min(rows.outputCount(), groups * (chunk + 1) / chunks * tiles.tileRows());
    for (int row = first; row < end; row += tiles.tileRows()) {
      int count = Math.min(tiles.tileRows(), end - row);
      long[] input = inputRows[worker];
      pointToRows(buffers, image, rows, columnPhases.get(column), row, count, input);
      Window2d.Axis height = geometry.window().height();
      Window2d.Axis width = geometry.window().width();
      long y = (long) image * height.output() + rows.outputFirst() + (long) row * rows.step();
      long at = (y * width.output() + columnPhases.get(column).outputFirst()) * pixelBytes();
      long residual = residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + at;
      tiles.run(count, input, pointers[worker], buffers.output().address() + at, residual);
    }
  }

  private void pointToRows(
      Buffers buffers, int image, Phase rows, Phase columns, int row, int count, long[] target) {
    Window2d.Axis height = geometry.window().height();
    long top = (long) row * window.rowStride() - rows.begin();
    for (int i = 0; i < window.inputRows(count); i++) {
      if (rows.hasInput(top + i)) {
        long y = (long) image * height.input() + rows.inputFirst() + (top + i) * rows.step();
        long pixel = y * geometry.window().width().input() + columns.inputFirst();
        target[i] = buffers.input(0).address() + pixel * pixelBytes();
      } else {
        target[i] = zeroRow;
      }
    }
  }
}
