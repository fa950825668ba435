package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/**
 * The loops around a tile: panel by panel, in each line by line, in each tile by tile. How often
 * and how far they go is read from a {@link Plan}, so that a routine serves products of any size.
 *
 * @param plan has the plan's address
 * @param left points to the left-hand rows; a tile may move it along its line
 * @param table likewise to the table that says where they are, if there is one
 * @param panel points to the panel
 * @param residual points to the residual, if there is one; as the result it moves along with tiles
 */
record TileLoops(Gp plan, Gp left, Optional<Gp> table, Gp panel, Gp result, Optional<Gp> residual) {
  /**
   * What one call does.
   *
   * @param tiles of a line
   * @param height rows of a tile
   * @param lines what the lines are; tiles may cover a part of each
   * @param panels how many, of equal shape
   * @param panelBytes from a panel to the next
   * @param panelResultBytes what a panel's columns take in a row of the result
   */
  record Plan(
      int tiles, int height, Lines lines, int panels, long panelBytes, long panelResultBytes) {
    private static final int TILES = 0;
    private static final int LINES = 8;
    private static final int PANELS = 16;
    private static final int PANEL_BYTES = 24;

    // What pointers move by behind the last tile of a line, and behind the last line.
    private static final int LEFT_OF_LINE = 32;
    private static final int TABLE_OF_LINE = 40;
    private static final int RESULT_OF_LINE = 48;
    private static final int LEFT_OF_PANEL = 56;
    private static final int RESULT_OF_PANEL = 64;

    /** The plan's address. */
    long write(KernelContext context) {
      long rows = (long) tiles * height;
      long[] words = {
        tiles,
        lines.count(),
        panels,
        panelBytes,
        lines.leftLineStep() - rows * lines.leftStep(),
        -rows * lines.tableStep(),
        lines.resultLineStep() - rows * lines.resultStep(),
        -lines.count() * lines.leftLineStep(),
        panelResultBytes - lines.count() * lines.resultLineStep()
      };
      MemorySegment memory = context.allocate(8L * words.length);
      MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG, 0, words.length);
      return memory.address();
    }
  }

  /** Registers pass through this one. */
  private static final Gp SPARE = Gp.RAX;

  // The counters, on the stack.
  private static final int TILES_LEFT = 0;
  private static final int LINES_LEFT = 8;
  private static final int PANELS_LEFT = 16;
  private static final int COUNTERS = 3;

  /**
   * Writes the loops; {@link #SPARE} is lost between tiles.
   *
   * @param tile writes a tile, which moves result and residual behind its last row, and left or
   *     table likewise
   */
  void emit(Assembler a, Runnable tile) {
    a.mov(SPARE, plan.at(Plan.PANELS));
    for (int counter = 0; counter < COUNTERS; counter++) {
      a.push(SPARE);
    }
    Label nextPanel = a.here();
    a.mov(SPARE, plan.at(Plan.LINES));
    a.mov(Gp.RSP.at(LINES_LEFT), SPARE);
    Label nextLine = a.here();
    a.mov(SPARE, plan.at(Plan.TILES));
    a.mov(Gp.RSP.at(TILES_LEFT), SPARE);
    Label nextTile = a.here();
    tile.run();
    a.sub(Gp.RSP.at(TILES_LEFT), 1);
    a.jump(Condition.NOT_EQUAL, nextTile);
    a.add(left, plan.at(Plan.LEFT_OF_LINE));
    table.ifPresent(pointer -> a.add(pointer, plan.at(Plan.TABLE_OF_LINE)));
    results().forEach(pointer -> a.add(pointer, plan.at(Plan.RESULT_OF_LINE)));
    a.sub(Gp.RSP.at(LINES_LEFT), 1);
    a.jump(Condition.NOT_EQUAL, nextLine);
    a.add(left, plan.at(Plan.LEFT_OF_PANEL));
    results().forEach(pointer -> a.add(pointer, plan.at(Plan.RESULT_OF_PANEL)));
    a.add(panel, plan.at(Plan.PANEL_BYTES));
    a.sub(Gp.RSP.at(PANELS_LEFT), 1);
    a.jump(Condition.NOT_EQUAL, nextPanel);
    a.add(Gp.RSP, COUNTERS * Long.BYTES);
  }

  private List<Gp> results() {
    return residual.isPresent() ? List.of(result, residual.get()) : List.of(result);
  }
}
