package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The machine code of one graph: collected while kernels are chosen, each function once however
 * many kernels want it, then mapped in one piece and sealed.
 */
public final class MachineCode {
  /** Functions begin at lines of the instruction cache. */
  private static final int ALIGNMENT = 64;

  private final Isa isa;
  private final Map<Routine.Source, Routine> routines = new HashMap<>();
  private final Map<Routine, Integer> offsets = new HashMap<>();
  private byte[] code = new byte[1 << 16];
  private int size;
  private final List<Runnable> whenSealed = new ArrayList<>();
  private boolean sealed;

  /**
   * @param isa the machine has it: {@link X64#available}
   */
  public MachineCode(Isa isa) {
    this.isa = isa;
  }

  /** What the functions are written for. */
  public Isa isa() {
    return isa;
  }

  /** The function of a source, which is written now; it can be called once the code is sealed. */
  Routine routine(Routine.Source source) {
    if (sealed) {
      throw new IllegalStateException("the code is sealed");
    }
    return routines.computeIfAbsent(source, this::write);
  }

  private Routine write(Routine.Source source) {
    Assembler assembler = new Assembler();
    source.emit(assembler);
    byte[] function = assembler.toByteArray();
    while (size + function.length > code.length) {
      code = Arrays.copyOf(code, 2 * code.length);
    }
    System.arraycopy(function, 0, code, size, function.length);
    Routine routine = new Routine();
    offsets.put(routine, size);
    size = Math.ceilDiv(size + function.length, ALIGNMENT) * ALIGNMENT;
    return routine;
  }

  /** Has something done as soon as functions have addresses. */
  void whenSealed(Runnable action) {
    whenSealed.add(action);
  }

  /** How many functions there are. */
  public int count() {
    return routines.size();
  }

  /**
   * Maps all functions, for as long as the arena lives. They can be called from now on.
   *
   * @throws IllegalStateException if the system refuses, which it did not when it was asked first
   */
  public void seal(Arena arena) {
    sealed = true;
    if (routines.isEmpty()) {
      return;
    }
    try {
      MemorySegment mapping = ExecutableMemory.map(Arrays.copyOf(code, size), arena);
      code = new byte[0];
      offsets.forEach((routine, offset) -> routine.bind(mapping.asSlice(offset)));
      whenSealed.forEach(Runnable::run);
      whenSealed.clear();
    } catch (ExecutableMemory.Refused refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }
}
