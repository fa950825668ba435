package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import java.util.List;

/**
 * Goes through a list of calls.
 *
 * <pre>
 * rdi  the first entry              rcx  {@link Place.Base#RESULT}
 * rsi  how many, at least one       r8   {@link Place.Base#RESIDUAL}
 * rdx  {@link Place.Base#INPUT}     r9   {@link Place.Base#OTHER}
 * </pre>
 *
 * An entry has the routine's address, and for each of six arguments the base and the offset.
 */
record CallListCode() implements Routine.Source {
  private static final List<Gp> ARGUMENTS = List.of(Gp.RDI, Gp.RSI, Gp.RDX, Gp.RCX, Gp.R8, Gp.R9);

  /** Where the words of an entry are. */
  static final int ROUTINE = 0;

  /** How many words an entry has. */
  static final int WORDS = 1 + 2 * ARGUMENTS.size();

  // Kept by the routines.
  private static final Gp ENTRY = Gp.RBX;
  private static final Gp BASES = Gp.RBP;
  private static final Gp COUNT = Gp.R12;
  private static final List<Gp> SAVED = List.of(ENTRY, BASES, COUNT);
  private static final Gp SPARE = Gp.RAX;

  /** The bases on the stack by falling number; the first, nothing, comes behind them. */
  private static final List<Gp> PUSHED = List.of(Gp.R9, Gp.R8, Gp.RCX, Gp.RDX);

  /** The word of an entry that says what an argument counts from. */
  static int base(int argument) {
    return 1 + 2 * argument;
  }

  /** The word with the bytes from there. */
  static int offset(int argument) {
    return 2 + 2 * argument;
  }

  /** What stands in an entry for a base: where it is on the stack. */
  static long base(Place.Base base) {
    return 8L * base.number();
  }

  @Override
  public void emit(Assembler a) {
    SAVED.forEach(a::push);
    PUSHED.forEach(a::push);
    a.mov(SPARE, 0);
    a.push(SPARE);
    a.mov(BASES, Gp.RSP);
    a.mov(ENTRY, Gp.RDI);
    a.mov(COUNT, Gp.RSI);
    Label next = a.here();
    for (int i = 0; i < ARGUMENTS.size(); i++) {
      a.mov(SPARE, ENTRY.at(8L * base(i)));
      a.mov(ARGUMENTS.get(i), BASES.at(0).plus(SPARE));
      a.add(ARGUMENTS.get(i), ENTRY.at(8L * offset(i)));
    }
    a.mov(SPARE, ENTRY.at(8L * ROUTINE));
    a.call(SPARE);
    a.add(ENTRY, 8 * WORDS);
    a.sub(COUNT, 1);
    a.jump(Condition.NOT_EQUAL, next);
    a.add(Gp.RSP, 8 * (PUSHED.size() + 1));
    SAVED.reversed().forEach(a::pop);
    a.ret();
  }
}
