package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.reference.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Native memory between two guards. Bytes keep traces of code that writes beyond its bounds; a page
 * that nobody may touch ends the process at once, reads included.
 */
final class GuardedMemory implements AutoCloseable {
  /** What lies around the memory. */
  enum Guard {
    /** Bytes on both sides; the memory begins at a cache line. */
    BYTES,
    /** The memory ends where a page begins that nobody may touch; before it are bytes. */
    PAGE_BEHIND,
    /** The memory begins where such a page ends; behind it are bytes. */
    PAGE_BEFORE;

    /** Where there are no guard pages, bytes. */
    Guard here() {
      return GuardPages.areSupported() ? this : BYTES;
    }
  }

  private static final long GUARD = 64;
  private static final byte CANARY = 0x5a;

  private final MemorySegment all;
  private final MemorySegment inner;
  private final boolean isRegion;

  private GuardedMemory(MemorySegment all, long offset, long bytes, boolean isRegion) {
    this.all = all;
    this.isRegion = isRegion;
    inner = all.asSlice(offset, bytes);
    all.asSlice(Math.max(0, offset - GUARD), before()).fill(CANARY);
    all.asSlice(offset + bytes, behind()).fill(CANARY);
    inner.fill(CANARY);
  }

  /** Memory full of rubbish, which for floats is none of the values that tests expect. */
  static GuardedMemory of(long bytes, Guard guard) {
    return switch (guard.here()) {
      case BYTES ->
          new GuardedMemory(Arena.ofAuto().allocate(bytes + 2 * GUARD, GUARD), GUARD, bytes, false);
      case PAGE_BEHIND -> {
        MemorySegment region = GuardPages.take(bytes);
        yield new GuardedMemory(region, region.byteSize() - bytes, bytes, true);
      }
      case PAGE_BEFORE -> new GuardedMemory(GuardPages.take(bytes), 0, bytes, true);
    };
  }

  static GuardedMemory of(Tensor tensor, Guard guard) {
    GuardedMemory memory = of(tensor.type().byteLength(), guard);
    tensor.write(memory.inner);
    return memory;
  }

  MemorySegment segment() {
    return inner;
  }

  private long offset() {
    return inner.address() - all.address();
  }

  /** How many guard bytes there are before the memory; a page needs none. */
  private long before() {
    return Math.min(GUARD, offset());
  }

  private long behind() {
    return Math.min(GUARD, all.byteSize() - offset() - inner.byteSize());
  }

  boolean isIntact() {
    return isCanary(offset() - before(), before())
        && isCanary(offset() + inner.byteSize(), behind());
  }

  private boolean isCanary(long from, long count) {
    for (long i = from; i < from + count; i++) {
      if (all.get(ValueLayout.JAVA_BYTE, i) != CANARY) {
        return false;
      }
    }
    return true;
  }

  /** Others may have the memory now. */
  @Override
  public void close() {
    if (isRegion) {
      GuardPages.giveBack(all);
    }
  }
}
