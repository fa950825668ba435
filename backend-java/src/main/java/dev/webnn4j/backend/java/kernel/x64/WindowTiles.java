package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import java.util.Optional;

/**
 * A convolution as a matrix product whose left-hand rows are windows of an image. A table says
 * where each tap of each pixel is, so that windows may overlap, leave pixels out or hang over the
 * edge, and nothing is copied.
 *
 * <pre>
 * rdi  what the table's offsets count from    rcx  the residual's rows, if any
 * rsi  the panel                              r8   {@link TileLoops.Plan}
 * rdx  the result's rows                      r9   the table
 * </pre>
 *
 * The table has {@code taps} offsets in bytes for each pixel; a negative one is a tap in the
 * padding.
 *
 * @param depth how many channels a tap has
 * @param channelStep bytes from a channel to the next
 */
record WindowTiles(TileForm form, int taps, int depth, long channelStep) implements Routine.Source {
  private static final Gp[] POINTERS = {
    Gp.RAX, Gp.RBX, Gp.R10, Gp.R11, Gp.R12, Gp.R13, Gp.R14, Gp.R15
  };

  /** A tile has as many pixels as there are registers to point to their taps. */
  static final int MAX_ROWS = POINTERS.length;

  /** Fewer channels than this are written out, more are a loop. */
  static final int MAX_UNROLLED_DEPTH = 8;

  private static final int UNROLLED = 4;

  private static final Gp IMAGE = Gp.RDI;
  private static final Gp PANEL = Gp.RBP;
  private static final Gp RIGHT = Gp.RSI;
  private static final Gp TABLE = Gp.R9;

  // While sums are computed these two are on the stack, and their registers count.
  private static final Gp RESULT = Gp.RDX;
  private static final Gp RESIDUAL = Gp.RCX;
  private static final Gp PLAN = Gp.R8;
  private static final Gp TAP = Gp.R8;
  private static final Gp CHANNEL = Gp.RCX;

  WindowTiles {
    if (depth > MAX_UNROLLED_DEPTH && channelStep != Float.BYTES) {
      throw new IllegalArgumentException("many channels must lie side by side");
    }
  }

  @Override
  public void emit(Assembler a) {
    Gp.CALLEE_SAVED.forEach(a::push);
    a.mov(PANEL, Gp.RSI);
    Optional<Gp> residual = form.residual() ? Optional.of(RESIDUAL) : Optional.empty();
    new TileLoops(PLAN, IMAGE, Optional.of(TABLE), PANEL, RESULT, residual)
        .emit(a, () -> emitTile(a));
    Gp.CALLEE_SAVED.reversed().forEach(a::pop);
    a.vzeroupper();
    a.ret();
  }

  private void emitTile(Assembler a) {
    a.push(PLAN);
    a.push(RESIDUAL);
    form.start(a, Panel.rows(PANEL));
    a.lea(RIGHT, Panel.rows(PANEL).offset(rightStep()));
    a.mov(TAP, taps);
    Label tap = a.here();
    pointToTap(a);
    multiplyChannels(a);
    a.add(TABLE, Long.BYTES);
    a.sub(TAP, 1);
    a.jump(Condition.NOT_EQUAL, tap);
    a.add(TABLE, (form.rows() - 1) * taps * Long.BYTES);
    a.pop(RESIDUAL);
    Gp step = POINTERS[0];
    a.mov(step, Panel.resultStep(PANEL));
    form.finish(a, PANEL, RESULT, RESIDUAL, step);
    a.pop(PLAN);
  }

  private long rightStep() {
    return (long) form.vectors() * form.isa().bytes();
  }

  /** Bytes of the channels that a loop goes over; pointers stand behind them. */
  private int loopedBytes() {
    return depth <= MAX_UNROLLED_DEPTH ? 0 : depth / UNROLLED * UNROLLED * Float.BYTES;
  }

  private void pointToTap(Assembler a) {
    for (int row = 0; row < form.rows(); row++) {
      Gp pointer = POINTERS[row];
      a.mov(pointer, TABLE.at((long) row * taps * Long.BYTES));
      a.test(pointer, pointer);
      a.lea(pointer, pointer.at(0).plus(IMAGE));
      a.cmov(Condition.NEGATIVE, pointer, Panel.zeros(PANEL));
      if (loopedBytes() > 0) {
        a.add(pointer, loopedBytes());
      }
    }
  }

  private void multiplyChannels(Assembler a) {
    if (loopedBytes() > 0) {
      loop(a);
    }
    int rest = depth - loopedBytes() / Float.BYTES;
    for (int k = 0; k < rest; k++) {
      long element = k * channelStep;
      form.multiplyAdd(a, row -> POINTERS[row].at(element), RIGHT.at(k * rightStep()));
    }
    a.add(RIGHT, Math.toIntExact(rest * rightStep()));
  }

  /** The channel counts up to 0, so that one register serves all pointers and the condition. */
  private void loop(Assembler a) {
    a.mov(CHANNEL, loopedBytes());
    a.neg(CHANNEL);
    Label turn = a.here();
    for (int k = 0; k < UNROLLED; k++) {
      long element = (long) k * Float.BYTES;
      form.multiplyAdd(
          a, row -> POINTERS[row].at(element).plus(CHANNEL), RIGHT.at(k * rightStep()));
    }
    a.add(RIGHT, Math.toIntExact(UNROLLED * rightStep()));
    a.add(CHANNEL, UNROLLED * Float.BYTES);
    a.jump(Condition.NOT_EQUAL, turn);
  }
}
