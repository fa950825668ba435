package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import java.util.List;

/**
 * The way over tiles side by side: all channels of one tile, a vector at a time, before the next
 * tile. A tile is a few rows by a few columns of results; what is done with one vector of its
 * channels is {@link VectorCode}.
 *
 * <pre>
 * rdi  {@link RowPointers}
 * rsi  what begins with the header of a {@link Panel}, which says which lanes the last vector has
 * r8   how many tiles, at least one
 * r9   bytes from where the pointers lead to the first tile's column 0
 * rdx and rcx are free for pointers to results; all others are taken
 * </pre>
 *
 * @param rows of results in a tile
 * @param columns likewise
 * @param missingLeft how many of the columns under a tile lie before the image
 * @param missingRight how many lie behind it
 */
record ChannelwiseTiles(
    Isa isa,
    DepthwiseWindow window,
    ChannelwiseRows.Layout layout,
    int rows,
    int columns,
    int missingLeft,
    int missingRight) {
  private static final Gp[] ROWS = {
    Gp.RAX, Gp.RBX, Gp.RBP, Gp.R10, Gp.R11, Gp.R12, Gp.R13, Gp.R14, Gp.R15
  };

  /** There is a register for each row of the input under a tile. */
  static final int MAX_INPUT_ROWS = ROWS.length;

  private static final Gp POINTERS = Gp.RDI;
  private static final Gp HEADER = Gp.RSI;
  private static final Gp TILES = Gp.R8;

  private static final Gp FIRST_COLUMN = Gp.R9;

  /** Bytes of the channels that are done. */
  private static final Gp CHANNEL = Gp.R9;

  /** Writes what is done with one vector of channels of one tile. */
  @FunctionalInterface
  interface VectorCode {
    /**
     * @param lanes how the vector is read and written
     */
    void emit(Assembler a, LaneMask lanes);
  }

  ChannelwiseTiles {
    if (rows == 1) {
      // Nothing leads to another row, so images of any width may share the code.
      layout =
          new ChannelwiseRows.Layout(layout.channels(), layout.pixelStep(), layout.resultStep(), 0);
    }
  }

  /**
   * Writes the whole routine.
   *
   * @param results what points to the first tile's result, or to something that lies as it does
   */
  void emit(Assembler a, List<Gp> results, VectorCode code) {
    Gp.CALLEE_SAVED.forEach(a::push);
    for (int row = 0; row < inputRows(); row++) {
      a.mov(ROWS[row], POINTERS.at((long) row * Long.BYTES));
      a.add(ROWS[row], FIRST_COLUMN);
    }
    Label tile = a.here();
    emitTile(a, code);
    for (int row = 0; row < inputRows(); row++) {
      a.add(
          ROWS[row], Math.toIntExact((long) columns * window.columnStride() * layout.pixelStep()));
    }
    for (Gp result : results) {
      a.add(result, Math.toIntExact(columns * layout.resultStep()));
    }
    a.sub(TILES, 1);
    a.jump(Condition.NOT_EQUAL, tile);
    Gp.CALLEE_SAVED.reversed().forEach(a::pop);
    a.vzeroupper();
    a.ret();
  }

  private void emitTile(Assembler a, VectorCode code) {
    a.mov(CHANNEL, 0);
    int whole = layout.channels() / isa.lanes() * isa.bytes();
    if (whole > 0) {
      Label vector = a.here();
      emitVector(a, code, false);
      a.add(CHANNEL, isa.bytes());
      a.cmp(CHANNEL, whole);
      a.jump(Condition.LESS, vector);
    }
    if (layout.channels() % isa.lanes() != 0) {
      emitVector(a, code, true);
    }
  }

  private void emitVector(Assembler a, VectorCode code, boolean partial) {
    LaneMask lanes = new LaneMask(isa, HEADER, partial);
    lanes.prepare(a);
    code.emit(a, lanes);
  }

  /** How many rows of the input are under a tile, those beyond the image included. */
  int inputRows() {
    return window.inputRows(rows);
  }

  /** Likewise. */
  int inputColumns() {
    return window.inputColumns(columns);
  }

  /** Whether a column under a tile lies in the image. */
  boolean isPresent(int inputColumn) {
    return inputColumn >= missingLeft && inputColumn < inputColumns() - missingRight;
  }

  /** A vector of channels of a pixel under the tile. */
  Mem pixel(int inputRow, int inputColumn) {
    return vectorAt(ROWS[inputRow], inputColumn * layout.pixelStep());
  }

  /**
   * A vector of channels of a result.
   *
   * @param result one of the pointers that {@link #emit} was given
   */
  Mem result(Gp result, int row, int column) {
    return vectorAt(result, row * layout.resultRowStep() + column * layout.resultStep());
  }

  /**
   * The vector whose turn it is.
   *
   * @param offset where the first channel is, in bytes from the pointer
   */
  static Mem vectorAt(Gp pointer, long offset) {
    return pointer.at(offset).plus(CHANNEL);
  }
}
