package dev.webnn4j.spi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * Memory for dense tensors, as contexts and engines allocate it. Behind the last element lie at
 * least 64 bytes more that belong to nobody: a CPU without masked loads reads whole vectors there
 * and throws away what is not the tensor's.
 */
public final class TensorMemory {
  /** What every tensor's address is a multiple of: the bytes of a cache line and a long vector. */
  public static final long ALIGNMENT = 64;

  private TensorMemory() {}

  /** Memory for a tensor of so many bytes, with what else an allocator promises, such as zeros. */
  public static MemorySegment allocate(SegmentAllocator allocator, long bytes) {
    return allocator.allocate(aligned(bytes) + ALIGNMENT, ALIGNMENT).asSlice(0, bytes);
  }

  /** Bytes rounded up to whole alignments. */
  public static long aligned(long bytes) {
    return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
  }
}
