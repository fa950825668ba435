package dev.webnn4j.backend.harness;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Memory between two pages that nobody may touch; Linux only. Regions are used again, since a
 * process may have 65530 mappings at most, and each region is two or three.
 */
final class GuardPages {
  private static final long PAGE = 4096;
  private static final int NO_ACCESS = 0;
  private static final int READ_AND_WRITE = 3;
  private static final int PRIVATE_ANONYMOUS = 0x22;
  private static final long FAILED = -1;

  /** What nobody uses, by size. */
  private static final Map<Long, Queue<MemorySegment>> FREE = new HashMap<>();

  private GuardPages() {}

  static boolean areSupported() {
    return System.getProperty("os.name", "").equals("Linux");
  }

  /** Whole pages with room for so many bytes, right behind one guard page and right before one. */
  static synchronized MemorySegment take(long bytes) {
    long size = Long.highestOneBit(Math.max(PAGE, 2 * bytes - 1));
    Queue<MemorySegment> free = FREE.computeIfAbsent(size, _ -> new ArrayDeque<>());
    return free.isEmpty() ? map(size) : free.remove();
  }

  /** The region is free for others. */
  static synchronized void giveBack(MemorySegment region) {
    FREE.get(region.byteSize()).add(region);
  }

  private static MemorySegment map(long size) {
    long address = SystemCalls.map(size + 2 * PAGE);
    if (address == FAILED || !SystemCalls.open(address + PAGE, size)) {
      throw new IllegalStateException("the system gives no guarded region of " + size + " bytes");
    }
    return MemorySegment.ofAddress(address + PAGE).reinterpret(size);
  }

  private static final class SystemCalls {
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private static final MethodHandle MMAP =
        handle("mmap", FunctionDescriptor.of(LONG, POINTER, LONG, INT, INT, INT, LONG));
    private static final MethodHandle MPROTECT =
        handle("mprotect", FunctionDescriptor.of(INT, LONG, LONG, INT));

    private static MethodHandle handle(String name, FunctionDescriptor type) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    static long map(long bytes) {
      try {
        return (long)
            MMAP.invokeExact(MemorySegment.NULL, bytes, NO_ACCESS, PRIVATE_ANONYMOUS, -1, 0L);
      } catch (Throwable e) {
        throw new AssertionError("mmap throws nothing", e);
      }
    }

    static boolean open(long address, long bytes) {
      try {
        return (int) MPROTECT.invokeExact(address, bytes, READ_AND_WRITE) == 0;
      } catch (Throwable e) {
        throw new AssertionError("mprotect throws nothing", e);
      }
    }
  }
}
