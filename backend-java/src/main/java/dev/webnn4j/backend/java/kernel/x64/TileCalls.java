package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The calls that multiply lines of rows by panels of equal shape, prepared so that nothing is left
 * to reckon. A line is cut into tiles of equal height, or nearly so, since a tile of one row costs
 * as much as one of two.
 */
final class TileCalls {
  /** What stays in the second-level cache, with what else there is. */
  private static final long CACHED_BYTES = 128 << 10;

  /**
   * How tiles of a panel are computed.
   *
   * @param maxHeight the most rows of a tile
   * @param workOfRow the multiply-adds of a row with one panel
   * @param routines the routine for tiles of a height
   */
  record Tiles(int maxHeight, long workOfRow, IntFunction<Routine> routines) {}

  /**
   * Panels one behind the other.
   *
   * @param bytes from a panel to the next
   * @param resultBytes what a panel's columns take in a row of the result
   */
  record Span(int count, long bytes, long resultBytes) {
    /** One alone. */
    static final Span ONE = new Span(1, 0, 0);
  }

  /** A call, with what it adds to where the first begins. */
  private record Call(
      Routine routine, long work, long left, long panel, long result, long table, long plan) {}

  private final List<Call> calls;

  private TileCalls(List<Call> calls) {
    this.calls = List.copyOf(calls);
  }

  /**
   * Prepares calls.
   *
   * @param form how tiles of a panel are computed
   */
  static TileCalls of(Tiles form, Span panels, Lines lines, KernelContext context) {
    int tiles = tiles(lines.rows(), form.maxHeight());
    int height = lines.rows() / tiles;
    int higher = lines.rows() % tiles;
    Maker maker = new Maker(form, panels, lines, context);
    // Panels that the cache does not hold are read for tiles of both heights at once.
    boolean together = higher == 0 || panels.count() * panels.bytes() <= CACHED_BYTES;
    int panelsOfTurn = together ? panels.count() : 1;
    for (int panel = 0; panel < panels.count(); panel += panelsOfTurn) {
      if (higher > 0) {
        maker.add(panel, panelsOfTurn, 0, higher, height + 1);
      }
      maker.add(panel, panelsOfTurn, higher * (height + 1), tiles - higher, height);
    }
    return new TileCalls(maker.calls);
  }

  /** As few tiles as do, or some more if then all have the same height. */
  private static int tiles(int rows, int maxHeight) {
    int fewest = Math.ceilDiv(rows, maxHeight);
    for (int tiles = fewest; rows / tiles >= Math.ceilDiv(3 * maxHeight, 4); tiles++) {
      if (rows % tiles == 0) {
        return tiles;
      }
    }
    return fewest;
  }

  /** Makes calls with as many tiles, lines and panels in each as the JVM can wait for. */
  private static final class Maker {
    private final Tiles form;
    private final Span panels;
    private final Lines lines;
    private final KernelContext context;
    private final List<Call> calls = new ArrayList<>();

    Maker(Tiles form, Span panels, Lines lines, KernelContext context) {
      this.form = form;
      this.panels = panels;
      this.lines = lines;
      this.context = context;
    }

    /** Tiles of one height, from a panel and from a row of each line on. */
    void add(int firstPanel, int panelCount, int firstRow, int tiles, int height) {
      Routine routine = form.routines().apply(height);
      long workOfTile = height * form.workOfRow();
      int tilesAtOnce = Math.clamp(CallList.MAX_WORK / workOfTile, 1, tiles);
      boolean wholeLines = tilesAtOnce == tiles;
      long workOfLine = tiles * workOfTile;
      int linesAtOnce =
          wholeLines ? Math.clamp(CallList.MAX_WORK / workOfLine, 1, lines.count()) : 1;
      boolean allLines = wholeLines && linesAtOnce == lines.count();
      long workOfPanel = lines.count() * workOfLine;
      int panelsAtOnce = allLines ? Math.clamp(CallList.MAX_WORK / workOfPanel, 1, panelCount) : 1;
      for (int panel = 0; panel < panelCount; panel += panelsAtOnce) {
        for (int line = 0; line < lines.count(); line += linesAtOnce) {
          for (int tile = 0; tile < tiles; tile += tilesAtOnce) {
            TileLoops.Plan plan =
                new TileLoops.Plan(
                    Math.min(tilesAtOnce, tiles - tile),
                    height,
                    lines.some(Math.min(linesAtOnce, lines.count() - line)),
                    Math.min(panelsAtOnce, panelCount - panel),
                    panels.bytes(),
                    panels.resultBytes());
            add(routine, firstPanel + panel, line, firstRow + (long) tile * height, plan);
          }
        }
      }
    }

    private void add(Routine routine, int panel, int line, long row, TileLoops.Plan plan) {
      calls.add(
          new Call(
              routine,
              form.workOfRow()
                  * plan.height()
                  * plan.tiles()
                  * plan.lines().count()
                  * plan.panels(),
              line * lines.leftLineStep() + row * lines.leftStep(),
              panel * panels.bytes(),
              panel * panels.resultBytes()
                  + line * lines.resultLineStep()
                  + row * lines.resultStep(),
              row * lines.tableStep(),
              plan.write(context)));
    }
  }

  /**
   * Records the calls.
   *
   * @param left the first row of the left-hand matrix, or what a table counts from
   * @param panel what routines take for the first panel
   * @param table the table, or what else routines take there
   */
  void record(
      CallList.Recorder recorder,
      Place left,
      Place panel,
      Place table,
      Place result,
      Place residual) {
    for (Call call : calls) {
      recorder.call(
          call.routine(),
          call.work(),
          left.plus(call.left()),
          panel.plus(call.panel()),
          result.plus(call.result()),
          residual.plus(call.result()),
          Place.of(call.plan()),
          table.plus(call.table()));
    }
  }
}
