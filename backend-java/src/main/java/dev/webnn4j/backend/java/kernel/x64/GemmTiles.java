package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import java.util.Optional;

/**
 * A matrix product whose left-hand rows lie at equal distances.
 *
 * <pre>
 * rdi  the left-hand rows              rcx  the residual's rows, if any
 * rsi  the panel's bias and matrix     r8   {@link TileLoops.Plan}
 * rdx  the result's rows               r9   the panel's header
 * </pre>
 */
record GemmTiles(TileForm form) implements Routine.Source {
  /** Rows in threes: one register, plus once or twice the distance between two rows. */
  private static final Gp[] ROW_GROUPS = {Gp.RDI, Gp.R10, Gp.R11, Gp.RAX, Gp.RBX};

  private static final int UNROLLED = 4;

  private static final Gp HEADER = Gp.R9;
  private static final Gp PANEL = Gp.RBP;
  private static final Gp RIGHT = Gp.RSI;
  private static final Gp RESULT = Gp.RDX;
  private static final Gp RESIDUAL = Gp.RCX;
  private static final Gp PLAN = Gp.R8;
  private static final Gp LEFT_STEP = Gp.R12;
  private static final Gp RESULT_STEP = Gp.R13;
  private static final Gp COUNT = Gp.R14;
  private static final Gp LEFT = Gp.R15;

  @Override
  public void emit(Assembler a) {
    Gp.CALLEE_SAVED.forEach(a::push);
    a.mov(LEFT, Gp.RDI);
    a.mov(PANEL, Gp.RSI);
    a.mov(LEFT_STEP, Panel.leftStep(HEADER));
    a.mov(RESULT_STEP, Panel.resultStep(HEADER));
    Optional<Gp> residual = form.residual() ? Optional.of(RESIDUAL) : Optional.empty();
    new TileLoops(PLAN, LEFT, Optional.empty(), PANEL, RESULT, residual).emit(a, () -> emitTile(a));
    Gp.CALLEE_SAVED.reversed().forEach(a::pop);
    a.vzeroupper();
    a.ret();
  }

  private void emitTile(Assembler a) {
    pointToRows(a);
    form.start(a, PANEL.at(0));
    a.lea(RIGHT, PANEL.at(rightStep()));
    multiplyAll(a, Panel.depthQuads(HEADER), UNROLLED);
    multiplyAll(a, Panel.depthRest(HEADER), 1);
    form.finish(a, HEADER, RESULT, RESIDUAL, RESULT_STEP);
    a.imul(Gp.RAX, LEFT_STEP, form.rows());
    a.add(LEFT, Gp.RAX);
  }

  private int groups() {
    return Math.ceilDiv(form.rows(), 3);
  }

  private long rightStep() {
    return (long) form.vectors() * form.isa().bytes();
  }

  private void pointToRows(Assembler a) {
    a.mov(ROW_GROUPS[0], LEFT);
    for (int group = 1; group < groups(); group++) {
      a.lea(ROW_GROUPS[group], ROW_GROUPS[group - 1].at(0).plus(LEFT_STEP, 2));
      a.add(ROW_GROUPS[group], LEFT_STEP);
    }
  }

  private static Mem row(int row) {
    Mem first = ROW_GROUPS[row / 3].at(0);
    return row % 3 == 0 ? first : first.plus(LEFT_STEP, row % 3);
  }

  /** A loop over rows of the right-hand matrix, a few in each turn; there may be no turn. */
  private void multiplyAll(Assembler a, Mem turns, int rowsOfTurn) {
    Label done = a.label();
    a.mov(COUNT, turns);
    a.test(COUNT, COUNT);
    a.jump(Condition.EQUAL, done);
    Label turn = a.here();
    for (int k = 0; k < rowsOfTurn; k++) {
      long element = (long) k * Float.BYTES;
      form.multiplyAdd(a, row -> row(row).offset(element), RIGHT.at(k * rightStep()));
    }
    a.add(RIGHT, Math.toIntExact(rowsOfTurn * rightStep()));
    for (int group = 0; group < groups(); group++) {
      a.add(ROW_GROUPS[group], rowsOfTurn * Float.BYTES);
    }
    a.sub(COUNT, 1);
    a.jump(Condition.NOT_EQUAL, turn);
    a.bind(done);
  }
}
