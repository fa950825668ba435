package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.TransposedCopy;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The filter of a depthwise convolution as tiles read it: the header of a {@link Panel}, then rows
 * of all channels in whole vectors, the bias and one row for each tap.
 */
final class DepthwiseFilter {
  static final int BIAS_ROW = 0;
  static final int FIRST_TAP_ROW = 1;

  private DepthwiseFilter() {}

  /** Where a row begins, in bytes from the header. */
  static long offset(Isa isa, int channels, int row) {
    return Panel.HEADER_BYTES + (long) row * Math.ceilDiv(channels, isa.lanes()) * isa.bytes();
  }

  /**
   * Packs a filter.
   *
   * @param filter as [channels, taps]
   * @param stored how many channels there really are; rows are written out to {@code channels}
   * @return the address
   */
  static long pack(
      int stored,
      int channels,
      int taps,
      MemorySegment filter,
      Optional<MemorySegment> bias,
      float min,
      float max,
      KernelContext context) {
    Isa isa = context.machineCode().isa();
    MemorySegment memory = context.allocate(offset(isa, channels, FIRST_TAP_ROW + taps));
    new Panel.Header().limits(min, max).mask(channels % isa.lanes()).writeTo(memory);
    long biasAt = offset(isa, channels, BIAS_ROW);
    bias.ifPresent(floats -> MemorySegment.copy(floats, 0, memory, biasAt, 4L * stored));
    long rowBytes = offset(isa, channels, FIRST_TAP_ROW) - biasAt;
    new TransposedCopy(stored, taps).copy(filter, 0, memory, (biasAt + rowBytes) / 4, rowBytes / 4);
    return memory.address();
  }
}
