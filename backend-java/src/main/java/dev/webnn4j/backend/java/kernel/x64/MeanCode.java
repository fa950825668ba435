package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;

/**
 * Means of the pixels under one window, four vectors of channels at a time, so that a sum need not
 * wait for the one before it.
 *
 * <pre>
 * rdi  the first pixel         rcx  how many whole vectors
 * rsi  {@link Window}          r8   the header that says which lanes there are behind them
 * rdx  the means               r9   whether there are any
 * </pre>
 */
record MeanCode(Isa isa, long rowStep, long columnStep) implements Routine.Source {
  private static final int VECTORS_AT_ONCE = 4;

  private static final Gp PIXELS = Gp.RDI;
  private static final Gp WINDOW = Gp.RSI;
  private static final Gp RESULT = Gp.RDX;
  private static final Gp VECTORS = Gp.RCX;
  private static final Gp HEADER = Gp.R8;
  private static final Gp REST = Gp.R9;
  private static final Gp ROW = Gp.R10;
  private static final Gp PIXEL = Gp.RAX;
  private static final Gp ROWS_LEFT = Gp.R11;
  private static final Gp COLUMNS_LEFT = Gp.RBX;

  /** What there is under a window, as the code reads it. */
  record Window(long address) {
    private static final long ROWS = 0;
    private static final long COLUMNS = 8;
    private static final long COUNT = 16;
    static final long BYTES = 24;

    /**
     * @param rows at least one
     * @param columns likewise
     */
    void set(int rows, int columns) {
      Memory.put(address + ROWS, (long) rows);
      Memory.put(address + COLUMNS, (long) columns);
      Memory.put(address + COUNT, (float) (rows * columns));
    }
  }

  private Vec sum(int vector) {
    return isa.register(vector);
  }

  private Vec other() {
    return isa.register(VECTORS_AT_ONCE);
  }

  @Override
  public void emit(Assembler a) {
    a.push(COLUMNS_LEFT);
    emitLoop(a, VECTORS_AT_ONCE);
    emitLoop(a, 1);
    Label end = a.label();
    a.test(REST, REST);
    a.jump(Condition.EQUAL, end);
    emitVectors(a, 1, new LaneMask(isa, HEADER, true));
    a.bind(end);
    a.pop(COLUMNS_LEFT);
    a.vzeroupper();
    a.ret();
  }

  /** As long as there are so many whole vectors. */
  private void emitLoop(Assembler a, int vectors) {
    Label end = a.label();
    Label next = a.here();
    a.cmp(VECTORS, vectors);
    a.jump(Condition.LESS, end);
    emitVectors(a, vectors, new LaneMask(isa, HEADER, false));
    a.add(PIXELS, vectors * isa.bytes());
    a.add(RESULT, vectors * isa.bytes());
    a.sub(VECTORS, vectors);
    a.jump(next);
    a.bind(end);
  }

  private void emitVectors(Assembler a, int vectors, LaneMask lanes) {
    lanes.prepare(a);
    for (int vector = 0; vector < vectors; vector++) {
      a.zero(sum(vector));
    }
    a.mov(ROW, PIXELS);
    a.mov(ROWS_LEFT, WINDOW.at(Window.ROWS));
    Label row = a.here();
    a.mov(PIXEL, ROW);
    a.mov(COLUMNS_LEFT, WINDOW.at(Window.COLUMNS));
    Label column = a.here();
    for (int vector = 0; vector < vectors; vector++) {
      lanes.load(a, other(), PIXEL.at((long) vector * isa.bytes()));
      a.vaddps(sum(vector), sum(vector), other());
    }
    a.add(PIXEL, step(columnStep));
    a.sub(COLUMNS_LEFT, 1);
    a.jump(Condition.NOT_EQUAL, column);
    a.add(ROW, step(rowStep));
    a.sub(ROWS_LEFT, 1);
    a.jump(Condition.NOT_EQUAL, row);
    a.vbroadcastss(other(), WINDOW.at(Window.COUNT));
    for (int vector = 0; vector < vectors; vector++) {
      a.vdivps(sum(vector), sum(vector), other());
    }
    for (int vector = 0; vector < vectors; vector++) {
      lanes.store(a, RESULT.at((long) vector * isa.bytes()), sum(vector), other());
    }
  }

  /**
   * Tensors have less than 2 GB: a longer step leads out of the image, to no pixel that is read.
   */
  private static int step(long bytes) {
    return bytes > Integer.MAX_VALUE ? 0 : (int) bytes;
  }
}
