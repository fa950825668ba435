package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.reference.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Native memory between two guards: code that does not check its bounds leaves traces there. */
final class GuardedMemory {
  private static final long GUARD = 64;
  private static final byte CANARY = 0x5a;

  private final MemorySegment all;
  private final MemorySegment inner;

  private GuardedMemory(long bytes) {
    all = Arena.ofAuto().allocate(bytes + 2 * GUARD, GUARD).fill(CANARY);
    inner = all.asSlice(GUARD, bytes);
  }

  static GuardedMemory of(Tensor tensor) {
    GuardedMemory memory = new GuardedMemory(tensor.type().byteLength());
    tensor.write(memory.inner);
    return memory;
  }

  /** Memory full of rubbish, which for floats is none of the values that tests expect. */
  static GuardedMemory forResult(long bytes) {
    return new GuardedMemory(bytes);
  }

  MemorySegment segment() {
    return inner;
  }

  boolean isIntact() {
    for (long i = 0; i < GUARD; i++) {
      if (all.get(ValueLayout.JAVA_BYTE, i) != CANARY
          || all.get(ValueLayout.JAVA_BYTE, all.byteSize() - 1 - i) != CANARY) {
        return false;
      }
    }
    return true;
  }
}
