package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.op.Window2d;

/** The window of a depthwise convolution as the tiles see it. */
record DepthwiseWindow(
    int rowTaps,
    int columnTaps,
    int rowStride,
    int columnStride,
    int rowDilation,
    int columnDilation) {
  /** Under a tile, those between taps included; windows further apart are left to other tiers. */
  private static final int MAX_INPUT_COLUMNS = 1024;

  /** The window within a phase. */
  static DepthwiseWindow of(Window2d.Axis height, Window2d.Axis width) {
    return new DepthwiseWindow(
        height.window(),
        width.window(),
        height.stride(),
        width.stride(),
        Phase.dilationWithin(height),
        Phase.dilationWithin(width));
  }

  int taps() {
    return rowTaps * columnTaps;
  }

  /** The rows of the input under the rows of a tile, those between dilated taps included. */
  int inputRows(int outputRows) {
    return Math.toIntExact(inputSpan(outputRows));
  }

  /** The same for any number of rows. */
  long inputSpan(int outputRows) {
    return span(outputRows, rowStride, rowTaps, rowDilation);
  }

  int inputColumns(int outputColumns) {
    return Math.toIntExact(span(outputColumns, columnStride, columnTaps, columnDilation));
  }

  /** Whether there is a register for each row of the input under so many rows of output. */
  boolean hasRegisterForEachRow(int outputRows) {
    return span(outputRows, rowStride, rowTaps, rowDilation) <= ChannelwiseTiles.MAX_INPUT_ROWS;
  }

  private static long span(int outputs, int stride, int taps, int dilation) {
    return (outputs - 1L) * stride + (taps - 1L) * dilation + 1;
  }

  /** Which tap of an output row an input row is, or -1. */
  int tapOfRow(int outputRow, int inputRow) {
    return tap(inputRow - outputRow * rowStride, rowDilation, rowTaps);
  }

  int tapOfColumn(int outputColumn, int inputColumn) {
    return tap(inputColumn - outputColumn * columnStride, columnDilation, columnTaps);
  }

  private static int tap(int distance, int dilation, int taps) {
    boolean isTap = distance >= 0 && distance % dilation == 0 && distance / dilation < taps;
    return isTap ? distance / dilation : -1;
  }

  int inputColumn(int outputColumn, int tap) {
    return outputColumn * columnStride + tap * columnDilation;
  }

  /** Whether any of so many output columns has a tap on an input column. */
  boolean isUsed(int inputColumn, int outputColumns) {
    for (int x = 0; x < outputColumns; x++) {
      if (tapOfColumn(x, inputColumn) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether all weights fit the registers beside the sums, with some for pixels passing by. */
  boolean keepsWeights(Isa isa, int rows, int columns) {
    return rows * columns + taps() + 3 <= isa.registers();
  }

  /** Whether the registers hold a tile. */
  boolean fits(Isa isa, int rows, int columns) {
    return hasRegisterForEachRow(rows)
        && span(columns, columnStride, columnTaps, columnDilation) <= MAX_INPUT_COLUMNS
        && (keepsWeights(isa, rows, columns)
            || rows * columns + inputColumns(columns) + 2 <= isa.registers());
  }
}
