package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A constant right-hand matrix, packed in panels, with the routines that multiply by it. */
final class TiledProduct {
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
      long workOfRow = (long) (end - first) * depth;
      columns.add(new Column(panel, new TileRows(rows, workOfRow, routines)));
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
    columns.forEach(column -> column.tiles().prepare(rows));
  }

  /**
   * Multiplies rows at equal distances by one panel.
   *
   * @param left the first row
   * @param leftStep bytes from a row to the next
   */
  void multiply(
      int panel, int rows, long left, long leftStep, long result, long residual, long resultStep) {
    Column column = columns.get(panel);
    long header = column.panel().address();
    long at = column.at();
    column
        .tiles()
        .call(
            rows,
            left,
            leftStep,
            header + Panel.HEADER_BYTES,
            result + at,
            residual + at,
            resultStep,
            header,
            0);
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
    Column column = columns.get(panel);
    long at = column.at();
    column
        .tiles()
        .call(
            rows,
            origin,
            0,
            column.panel().address(),
            result + at,
            residual + at,
            resultStep,
            table,
            tableStep);
  }

  /** A panel with its routines. */
  private record Column(Panel panel, TileRows tiles) {
    long at() {
      return 4L * panel.firstColumn();
    }
  }
}
