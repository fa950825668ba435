package dev.webnn4j.backend.java.kernel.x64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * All of memory, for the few words that a kernel writes for its routines while it runs. A segment
 * of its own would be checked each time, and the JVM's compiler takes tens of milliseconds to move
 * such checks out of a loop, on a core that the kernel wants.
 */
final class Memory {
  private static final MemorySegment EVERYTHING = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private Memory() {}

  /** Writes where the caller has memory of its own. */
  static void put(long address, long value) {
    EVERYTHING.set(ValueLayout.JAVA_LONG, address, value);
  }

  static void put(long address, float value) {
    EVERYTHING.set(ValueLayout.JAVA_FLOAT, address, value);
  }
}
