package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A function in machine code: up to six integers or addresses in, nothing out. It touches no memory
 * but what its caller proved to be there, and returns within about a millisecond, since the JVM
 * cannot stop for anything meanwhile.
 */
final class Routine {
  /** What writes a function; equal sources write the same code. */
  interface Source {
    /** Writes the whole function, its return included. */
    void emit(Assembler assembler);
  }

  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

  /** One constant handle for all, which costs about 3 ns a call. */
  private static final MethodHandle CALL =
      Linker.nativeLinker()
          .downcallHandle(
              FunctionDescriptor.ofVoid(LONG, LONG, LONG, LONG, LONG, LONG),
              Linker.Option.critical(false));

  private MemorySegment code = MemorySegment.NULL;

  /** The same address of no arena: that of {@link #code} would be held by each call. */
  private MemorySegment entry = MemorySegment.NULL;

  Routine() {}

  /**
   * Says where the code is.
   *
   * @param segment of an arena that frees the code when it closes
   */
  void bind(MemorySegment segment) {
    code = segment;
    entry = MemorySegment.ofAddress(segment.address());
  }

  /** Where the code is, for other code that calls it. */
  long address() {
    return entry.address();
  }

  /**
   * Runs the code; the arguments arrive in rdi, rsi, rdx, rcx, r8 and r9.
   *
   * @throws IllegalStateException if the code is not sealed yet, or freed
   */
  void call(long rdi, long rsi, long rdx, long rcx, long r8, long r9) {
    if (code.byteSize() == 0 || !code.scope().isAlive()) {
      throw new IllegalStateException("the machine code is not there yet, or no longer");
    }
    try {
      CALL.invokeExact(entry, rdi, rsi, rdx, rcx, r8, r9);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("machine code throws nothing", e);
    }
  }
}
