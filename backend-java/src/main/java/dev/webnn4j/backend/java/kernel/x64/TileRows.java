package dev.webnn4j.backend.java.kernel.x64;

import java.util.function.IntFunction;

/**
 * The routines that multiply rows by a panel, by the height of their tiles. Rows are cut into tiles
 * of nearly equal height, since a tile of one row costs as much as one of two.
 */
final class TileRows {
  /**
   * Multiply-adds of one call, about a millisecond's: the JVM cannot stop for anything meanwhile.
   */
  private static final long MAX_WORK = 1 << 26;

  private final int maxHeight;
  private final long workOfRow;
  private final IntFunction<Routine> routines;

  /** The routines for tiles of so many rows, those that were prepared. */
  private final Routine[] byHeight;

  /**
   * @param workOfRow the multiply-adds of one row
   * @param routines the routine for tiles of a height
   */
  TileRows(int maxHeight, long workOfRow, IntFunction<Routine> routines) {
    this.maxHeight = maxHeight;
    this.workOfRow = workOfRow;
    this.routines = routines;
    byHeight = new Routine[maxHeight + 1];
  }

  /** Makes sure that {@link #call} has the routines for so many rows. */
  void prepare(int rows) {
    int tiles = Math.ceilDiv(rows, maxHeight);
    byHeight[rows / tiles] = routines.apply(rows / tiles);
    if (rows % tiles != 0) {
      byHeight[rows / tiles + 1] = routines.apply(rows / tiles + 1);
    }
  }

  /**
   * Calls the routines for all tiles.
   *
   * @param rdi what routines take there, for the first row
   * @param rdiStep what that grows by from a row to the next
   * @param rsi what routines take there
   * @param step bytes from a row to the next, in result and residual
   * @param r9 what routines take there, for the first row
   * @param r9Step what that grows by from a row to the next
   */
  void call(
      int rows,
      long rdi,
      long rdiStep,
      long rsi,
      long result,
      long residual,
      long step,
      long r9,
      long r9Step) {
    int tiles = Math.ceilDiv(rows, maxHeight);
    int height = rows / tiles;
    int higherTiles = rows % tiles;
    long row = 0;
    int tile = 0;
    while (tile < tiles) {
      boolean isHigher = tile < higherTiles;
      int tileHeight = isHigher ? height + 1 : height;
      int count = Math.min((isHigher ? higherTiles : tiles) - tile, tilesOfCall(tileHeight));
      long at = row * step;
      byHeight[tileHeight].call(
          rdi + row * rdiStep, rsi, result + at, residual + at, count, r9 + row * r9Step);
      tile += count;
      row += (long) count * tileHeight;
    }
  }

  private int tilesOfCall(int tileHeight) {
    return Math.clamp(MAX_WORK / (tileHeight * workOfRow), 1, Integer.MAX_VALUE);
  }
}
