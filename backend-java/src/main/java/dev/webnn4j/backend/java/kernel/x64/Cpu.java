package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What the processor says it can, asked by a few instructions of our own. */
final class Cpu {
  private static final int ANSWER_BYTES = 4 * Long.BYTES;

  /** State that the system must keep for a thread: of xmm and ymm; of masks and zmm too. */
  private static final int YMM_STATE = 0x06;

  private static final int ZMM_STATE = 0xE6;

  private final int basicFeatures;
  private final int extendedFeatures;
  private final int keptState;

  /**
   * @param basicFeatures ecx of leaf 1
   * @param extendedFeatures ebx of leaf 7
   * @param keptState the lower half of XCR0
   */
  Cpu(int basicFeatures, int extendedFeatures, int keptState) {
    this.basicFeatures = basicFeatures;
    this.extendedFeatures = extendedFeatures;
    this.keptState = keptState;
  }

  /**
   * Asks. This runs the first machine code of the process, so it also tells whether that works.
   *
   * @throws ExecutableMemory.Refused if this system does not let a process run what it wrote
   */
  static Cpu detect() throws ExecutableMemory.Refused {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment answer = arena.allocate(ANSWER_BYTES, Long.BYTES);
      Routine cpuid = routine(Cpu::emitCpuid, arena);
      int leaves = ask(cpuid, answer, 0, 0);
      if (leaves < 7) {
        return new Cpu(0, 0, 0);
      }
      ask(cpuid, answer, 1, 0);
      int basic = answer.getAtIndex(ValueLayout.JAVA_INT, 2 * 2);
      ask(cpuid, answer, 7, 0);
      int extended = answer.getAtIndex(ValueLayout.JAVA_INT, 2 * 1);
      boolean hasXgetbv = isSet(basic, 27);
      int state = hasXgetbv ? ask(routine(Cpu::emitXgetbv, arena), answer, 0, 0) : 0;
      return new Cpu(basic, extended, state);
    }
  }

  /** FMA, AVX and AVX2. */
  boolean hasAvx2() {
    return isSet(basicFeatures, 12)
        && isSet(basicFeatures, 28)
        && isSet(extendedFeatures, 5)
        && (keptState & YMM_STATE) == YMM_STATE;
  }

  /** AVX-512 F, BW and VL. */
  boolean hasAvx512() {
    return hasAvx2()
        && isSet(extendedFeatures, 16)
        && isSet(extendedFeatures, 30)
        && isSet(extendedFeatures, 31)
        && (keptState & ZMM_STATE) == ZMM_STATE;
  }

  private static boolean isSet(int features, int bit) {
    return (features >>> bit & 1) == 1;
  }

  private static Routine routine(Routine.Source source, Arena arena)
      throws ExecutableMemory.Refused {
    Assembler assembler = new Assembler();
    source.emit(assembler);
    Routine routine = new Routine();
    routine.bind(ExecutableMemory.map(assembler.toByteArray(), arena));
    return routine;
  }

  /** The first of the four answers. */
  private static int ask(Routine routine, MemorySegment answer, int leaf, int subleaf) {
    routine.call(answer.address(), leaf, subleaf, 0, 0, 0);
    return answer.get(ValueLayout.JAVA_INT, 0);
  }

  /** Answers in eax, ebx, ecx and edx, which go where rdi points. */
  private static void emitCpuid(Assembler a) {
    a.push(Gp.RBX);
    a.mov(Gp.RAX, Gp.RSI);
    a.mov(Gp.RCX, Gp.RDX);
    a.cpuid();
    a.mov(Gp.RDI.at(0), Gp.RAX);
    a.mov(Gp.RDI.at(8), Gp.RBX);
    a.mov(Gp.RDI.at(16), Gp.RCX);
    a.mov(Gp.RDI.at(24), Gp.RDX);
    a.pop(Gp.RBX);
    a.ret();
  }

  private static void emitXgetbv(Assembler a) {
    a.mov(Gp.RCX, Gp.RDX);
    a.xgetbv();
    a.mov(Gp.RDI.at(0), Gp.RAX);
    a.ret();
  }
}
