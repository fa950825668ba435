package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A constant right-hand matrix, packed in panels, with the routines that multiply by it. Rows are
 * cut into tiles of nearly equal height, since a tile of one row costs as much as one of two.
 */
final class TiledProduct {
  /**
   * Multiply-adds of one call, about a millisecond's: the JVM cannot stop for anything meanwhile.
   */
  private static final long MAX_WORK = 1 << 26;

  private final List<Column> columns;

  private TiledProduct(List<Column> columns) {
    this.columns = columns;
  }

  /** What follows the sums. */
  record Epilogue(boolean residual, boolean clamped) {}

  /**
   * Packs a matrix.
   *
   * @param width how many columns it has
   * @param tiles the routine for a form of tile
   * @param maxRows the most rows that such a tile can have
   */
  static TiledProduct of(
      int width,
      int depth,
      Panel.Elements matrix,
      Panel.Bias bias,
      Panel.Terms terms,
      Epilogue epilogue,
      Function<TileForm, Routine.Source> tiles,
      int maxRows,
      KernelContext context) {
    Isa isa = context.machineCode().isa();
    int vectors = Math.ceilDiv(width, isa.lanes());
    int panels = Math.ceilDiv(vectors, TileForm.maxVectors(isa));
    List<Column> columns = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < panels; i++) {
      // Panels of nearly equal width: a narrow one would leave registers unused.
      int end = Math.min(width, (vectors * (i + 1) / panels) * isa.lanes());
      Panel panel = Panel.pack(first, end - first, depth, matrix, bias, terms, context);
      int rows = Math.min(maxRows, TileForm.maxRows(isa, panel.vectors()));
      boolean masked = panel.isMasked(isa);
      IntFunction<Routine> routines =
          count ->
              context
                  .machineCode()
                  .routine(
                      tiles.apply(
                          new TileForm(
                              isa,
                              count,
                              panel.vectors(),
                              masked,
                              epilogue.residual(),
                              epilogue.clamped())));
      columns.add(new Column(panel, rows, (long) (end - first) * depth, routines));
      first = end;
    }
    return new TiledProduct(List.copyOf(columns));
  }

  /** How many panels there are. */
  int panels() {
    return columns.size();
  }

  /** Makes sure that {@link #multiply} has the routines for so many rows. */
  void prepare(int rows) {
    columns.forEach(column -> column.prepare(rows));
  }

  /**
   * Multiplies rows at equal distances by one panel.
   *
   * @param left the first row
   * @param leftStep bytes from a row to the next
   */
  void multiply(
      int panel, int rows, long left, long leftStep, long result, long residual, long resultStep) {
    columns.get(panel).multiply(rows, left, leftStep, result, residual, resultStep, 0, 0);
  }

  /**
   * Multiplies rows that a table points to by one panel.
   *
   * @param origin what the table's offsets count from
   * @param tableStep bytes of the table for one row
   */
  void multiplyByTable(
      int panel,
      int rows,
      long origin,
      long table,
      long tableStep,
      long result,
      long residual,
      long resultStep) {
    columns.get(panel).multiply(rows, origin, 0, result, residual, resultStep, table, tableStep);
  }

  /** A panel with its routines. */
  private static final class Column {
    private final Panel panel;
    private final int maxRows;
    private final long workOfRow;
    private final IntFunction<Routine> routines;

    /** The routines for tiles of so many rows, those that were prepared. */
    private final Routine[] byRows;

    Column(Panel panel, int maxRows, long workOfRow, IntFunction<Routine> routines) {
      this.panel = panel;
      this.maxRows = maxRows;
      this.workOfRow = workOfRow;
      this.routines = routines;
      byRows = new Routine[maxRows + 1];
    }

    void prepare(int rows) {
      int tiles = Math.ceilDiv(rows, maxRows);
      byRows[rows / tiles] = routines.apply(rows / tiles);
      if (rows % tiles != 0) {
        byRows[rows / tiles + 1] = routines.apply(rows / tiles + 1);
      }
    }

    void multiply(
        int rows,
        long left,
        long leftStep,
        long result,
        long residual,
        long resultStep,
        long table,
        long tableStep) {
      int tiles = Math.ceilDiv(rows, maxRows);
      int height = rows / tiles;
      int higherTiles = rows % tiles;
      long row = 0;
      int tile = 0;
      while (tile < tiles) {
        boolean isHigher = tile < higherTiles;
        int tileRows = isHigher ? height + 1 : height;
        int count = Math.min((isHigher ? higherTiles : tiles) - tile, tilesOfCall(tileRows));
        long at = 4L * panel.firstColumn() + row * resultStep;
        byRows[tileRows].call(
            left + row * leftStep,
            panel.address(),
            result + at,
            residual + at,
            count,
            table + row * tableStep);
        tile += count;
        row += (long) count * tileRows;
      }
    }

    private int tilesOfCall(int tileRows) {
      return Math.clamp(MAX_WORK / (tileRows * workOfRow), 1, Integer.MAX_VALUE);
    }
  }
}
