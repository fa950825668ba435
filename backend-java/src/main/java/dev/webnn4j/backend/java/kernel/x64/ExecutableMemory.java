package dev.webnn4j.backend.java.kernel.x64;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Memory that the processor runs. A mapping is made writable, filled, and sealed: from then on it
 * can be read and run and never written again, and it is never both writable and executable. It is
 * unmapped when its arena closes.
 */
final class ExecutableMemory {
  private static final long PAGE = 4096;
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int EXECUTE = 4;
  private static final int PRIVATE = 2;
  private static final long FAILED = -1;

  private ExecutableMemory() {}

  /** The host refuses memory that can be run, or has other conventions than ours. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }
  }

  /**
   * Maps code for as long as an arena lives.
   *
   * @return the code, read-only
   * @throws Refused if this system does not let a process run what it wrote
   */
  static MemorySegment map(byte[] code, Arena arena) throws Refused {
    requireSystemV();
    long bytes = Math.ceilDiv(Math.max(code.length, 1), PAGE) * PAGE;
    long address = SystemCalls.map(bytes);
    if (address == FAILED) {
      throw new Refused("the system has no memory to map");
    }
    MemorySegment mapping =
        MemorySegment.ofAddress(address)
            .reinterpret(bytes, arena, _ -> SystemCalls.unmap(address, bytes));
    MemorySegment.copy(code, 0, mapping, ValueLayout.JAVA_BYTE, 0, code.length);
    if (!SystemCalls.protect(address, bytes)) {
      throw new Refused("the system refuses to make memory executable");
    }
    return mapping.asReadOnly().asSlice(0, code.length);
  }

  /** The calling convention of our code, and the calls below, are those of Linux and macOS. */
  private static void requireSystemV() throws Refused {
    String system = System.getProperty("os.name", "");
    if (!isLinux() && !system.toLowerCase(Locale.ROOT).startsWith("mac")) {
      throw new Refused("machine code is written for Linux and macOS, not for " + system);
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").equals("Linux");
  }

  private static final class SystemCalls {
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final int ANONYMOUS = isLinux() ? 0x20 : 0x1000;

    private static final MethodHandle MMAP =
        handle("mmap", FunctionDescriptor.of(LONG, POINTER, LONG, INT, INT, INT, LONG));
    private static final MethodHandle MPROTECT =
        handle("mprotect", FunctionDescriptor.of(INT, LONG, LONG, INT));
    private static final MethodHandle MUNMAP =
        handle("munmap", FunctionDescriptor.of(INT, LONG, LONG));

    private static MethodHandle handle(String name, FunctionDescriptor type) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    static long map(long bytes) {
      try {
        return (long)
            MMAP.invokeExact(MemorySegment.NULL, bytes, READ | WRITE, PRIVATE | ANONYMOUS, -1, 0L);
      } catch (Throwable e) {
        throw new AssertionError("mmap throws nothing", e);
      }
    }

    static boolean protect(long address, long bytes) {
      try {
        return (int) MPROTECT.invokeExact(address, bytes, READ | EXECUTE) == 0;
      } catch (Throwable e) {
        throw new AssertionError("mprotect throws nothing", e);
      }
    }

    static void unmap(long address, long bytes) {
      try {
        int _ = (int) MUNMAP.invokeExact(address, bytes);
      } catch (Throwable e) {
        throw new AssertionError("munmap throws nothing", e);
      }
    }
  }
}
