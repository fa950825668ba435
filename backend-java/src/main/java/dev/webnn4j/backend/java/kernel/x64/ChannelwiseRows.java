package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What slides over each channel by itself, a few rows of it: which tiles cover them. Tiles at the
 * edges know which of their columns hang over it, so the image needs no padding.
 */
final class ChannelwiseRows {
  /** Shapes of tiles to try, rows by columns; the first that fits the registers is taken. */
  private static final int[][] DENSE_SHAPES = {{3, 3}, {2, 4}, {1, 6}, {1, 4}, {1, 2}, {1, 1}};

  private static final int[][] STRIDED_SHAPES = {{2, 3}, {1, 4}, {1, 2}, {1, 1}};
  private static final int[][] SHAPES_OF_FEW_REGISTERS = {{2, 2}, {1, 4}, {1, 2}, {1, 1}};

  /**
   * Where things are.
   *
   * @param channels how many channels a pixel has
   * @param pixelStep bytes from a column of the input to the next, within the phase
   * @param resultStep bytes from a column of the result to the next
   * @param resultRowStep bytes from a row of the result to the next
   */
  record Layout(int channels, long pixelStep, long resultStep, long resultRowStep) {}

  /**
   * Tiles of one kind, side by side.
   *
   * @param input where their first column is in a row of input, in bytes; may be negative
   * @param result likewise in a row of the result
   */
  private record Run(Routine routine, int tiles, long input, long result) {}

  private final DepthwiseWindow window;
  private final Phase columns;
  private final Layout layout;
  private final Tiles tiles;
  private final long constants;
  private final KernelContext context;
  private final int tileRows;
  private final int tileColumns;

  /** The tiles for so many rows of output. */
  private final Map<Integer, List<Run>> runsByRows = new HashMap<>();

  /** Makes the code for a kind of tile. */
  @FunctionalInterface
  interface Tiles {
    Routine.Source of(ChannelwiseTiles tiles);
  }

  /**
   * Rows of a depthwise convolution.
   *
   * @param filter see {@link DepthwiseFilter}
   */
  ChannelwiseRows(
      DepthwiseWindow window,
      Phase columns,
      Layout layout,
      TiledProduct.Epilogue epilogue,
      long filter,
      KernelContext context) {
    this(
        window,
        columns,
        layout,
        shape(context.machineCode().isa(), window).orElseThrow(),
        tiles -> new DepthwiseTiles(tiles, epilogue.residual(), epilogue.clamped()),
        filter,
        context);
  }

  /**
   * Rows of anything.
   *
   * @param shape the rows and columns of a tile
   * @param constants what tiles take as their second argument
   */
  ChannelwiseRows(
      DepthwiseWindow window,
      Phase columns,
      Layout layout,
      int[] shape,
      Tiles tiles,
      long constants,
      KernelContext context) {
    this.window = window;
    this.columns = columns;
    this.layout = layout;
    this.tiles = tiles;
    this.constants = constants;
    this.context = context;
    tileRows = shape[0];
    tileColumns = shape[1];
  }

  /**
   * Why there are no tiles, or nothing.
   *
   * @param pixelStep the most bytes from a column of input or result to the next
   */
  static Optional<String> obstacle(Isa isa, DepthwiseWindow window, int channels, long pixelStep) {
    Optional<int[]> shape = shape(isa, window);
    if (shape.isEmpty()) {
      return Optional.of("the window is larger than the registers");
    }
    if (pixelStep > Integer.MAX_VALUE / shape.get()[1] / window.columnStride()) {
      return Optional.of("from one tile to the next there are more than 2 GB");
    }
    if (DepthwiseFilter.offset(isa, channels, DepthwiseFilter.FIRST_TAP_ROW + window.taps())
        > Integer.MAX_VALUE) {
      return Optional.of("the filter has more than 2 GB");
    }
    return Optional.empty();
  }

  /** The tile for a window, if there is one. */
  private static Optional<int[]> shape(Isa isa, DepthwiseWindow window) {
    int[][] shapes =
        isa == Isa.AVX2
            ? SHAPES_OF_FEW_REGISTERS
            : window.columnStride() == 1 ? DENSE_SHAPES : STRIDED_SHAPES;
    for (int[] shape : shapes) {
      if (window.fits(isa, shape[0], shape[1])) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  /** How many rows of output are computed at once. */
  int tileRows() {
    return tileRows;
  }

  private List<Run> runs(int rows) {
    List<Run> runs = new ArrayList<>();
    for (int column = 0; column < columns.outputCount(); column += tileColumns) {
      Routine routine = routine(rows, column);
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).routine() == routine) {
        Run run = runs.get(last);
        runs.set(last, new Run(routine, run.tiles() + 1, run.input(), run.result()));
      } else {
        long left = (long) column * window.columnStride() - columns.begin();
        runs.add(new Run(routine, 1, left * layout.pixelStep(), column * layout.resultStep()));
      }
    }
    return List.copyOf(runs);
  }

  private Routine routine(int rows, int column) {
    int width = Math.min(tileColumns, columns.outputCount() - column);
    int under = window.inputColumns(width);
    long left = (long) column * window.columnStride() - columns.begin();
    MachineCode code = context.machineCode();
    return code.routine(
        tiles.of(
            new ChannelwiseTiles(
                code.isa(),
                window,
                layout,
                rows,
                width,
                Math.clamp(-left, 0, under),
                Math.clamp(left + under - columns.inputCount(), 0, under))));
  }

  /**
   * Records what computes rows.
   *
   * @param rows how many, at most {@link #tileRows}
   * @param inputRows the table of {@link RowPointers}
   */
  void record(CallList.Recorder recorder, int rows, Place inputRows, Place result, Place residual) {
    for (Run run : runsByRows.computeIfAbsent(rows, this::runs)) {
      long tileWork = (long) rows * tileColumns * window.taps() * layout.channels();
      recorder.call(
          run.routine(),
          2L * run.tiles() * tileWork,
          inputRows,
          Place.of(constants),
          result.plus(run.result()),
          residual.plus(run.result()),
          Place.of(run.tiles()),
          Place.of(run.input()));
    }
  }
}
