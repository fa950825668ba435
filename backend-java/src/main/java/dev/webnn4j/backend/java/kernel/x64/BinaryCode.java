package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.BinaryLoop;
import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;
import dev.webnn4j.op.ElementwiseBinary;
import java.util.Set;

/**
 * A function of pairs of floats.
 *
 * <pre>
 * rdi  the first operands      rcx  how many whole vectors
 * rsi  the second ones         r8   the header that says which lanes there are behind them
 * rdx  the results             r9   whether there are any
 * </pre>
 */
record BinaryCode(Isa isa, BinaryLoop.Shape shape) implements Routine.Source {
  /** What is one instruction, or a few. */
  static final Set<ElementwiseBinary> FUNCTIONS =
      Set.of(
          ElementwiseBinary.ADD,
          ElementwiseBinary.SUB,
          ElementwiseBinary.MUL,
          ElementwiseBinary.DIV,
          ElementwiseBinary.MAX,
          ElementwiseBinary.MIN);

  private static final Gp A = Gp.RDI;
  private static final Gp B = Gp.RSI;
  private static final Gp RESULT = Gp.RDX;
  private static final Gp VECTORS = Gp.RCX;
  private static final Gp HEADER = Gp.R8;
  private static final Gp REST = Gp.R9;

  /** Bytes of the floats that are done. */
  private static final Gp DONE = Gp.RAX;

  private Vec left() {
    return isa.register(0);
  }

  private Vec right() {
    return isa.register(1);
  }

  private Vec sameLeft() {
    return isa.register(2);
  }

  private Vec spare(int number) {
    return isa.register(3 + number);
  }

  @Override
  public void emit(Assembler a) {
    if (!shape.movesA()) {
      a.vbroadcastss(sameLeft(), A.at(0));
    }
    if (!shape.movesB()) {
      a.vbroadcastss(right(), B.at(0));
    }
    Label rest = a.label();
    Label end = a.label();
    a.mov(DONE, 0);
    a.test(VECTORS, VECTORS);
    a.jump(Condition.EQUAL, rest);
    Label vector = a.here();
    emitVector(a, new LaneMask(isa, HEADER, false));
    a.add(DONE, isa.bytes());
    a.sub(VECTORS, 1);
    a.jump(Condition.NOT_EQUAL, vector);
    a.bind(rest);
    a.test(REST, REST);
    a.jump(Condition.EQUAL, end);
    emitVector(a, new LaneMask(isa, HEADER, true));
    a.bind(end);
    a.vzeroupper();
    a.ret();
  }

  private void emitVector(Assembler a, LaneMask lanes) {
    lanes.prepare(a);
    if (shape.movesA()) {
      lanes.load(a, left(), A.at(0).plus(DONE));
    } else {
      a.vmovaps(left(), sameLeft());
    }
    if (shape.movesB()) {
      lanes.load(a, right(), B.at(0).plus(DONE));
    }
    switch (shape.function()) {
      case ADD -> a.vaddps(left(), left(), right());
      case SUB -> a.vsubps(left(), left(), right());
      case MUL -> a.vmulps(left(), left(), right());
      case DIV -> a.vdivps(left(), left(), right());
      case MAX -> emit(a, Extremum.MAX);
      case MIN -> emit(a, Extremum.MIN);
      case POW -> throw new IllegalArgumentException("not a function of few instructions");
    }
    lanes.store(a, RESULT.at(0).plus(DONE), left(), spare(0));
  }

  private void emit(Assembler a, Extremum extremum) {
    extremum.emit(a, isa, left(), right(), new Vec[] {spare(0), spare(1), spare(2)});
  }
}
