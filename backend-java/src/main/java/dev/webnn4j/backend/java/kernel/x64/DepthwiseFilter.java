package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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
    Panel.writeLimits(memory, min, max);
    Panel.writeMask(memory, channels % isa.lanes());
    for (int channel = 0; channel < stored; channel++) {
      long at = 4L * channel;
      if (bias.isPresent()) {
        memory.set(
            ValueLayout.JAVA_FLOAT,
            offset(isa, channels, BIAS_ROW) + at,
            bias.get().getAtIndex(ValueLayout.JAVA_FLOAT, channel));
      }
      for (int tap = 0; tap < taps; tap++) {
        memory.set(
            ValueLayout.JAVA_FLOAT,
            offset(isa, channels, FIRST_TAP_ROW + tap) + at,
            filter.getAtIndex(ValueLayout.JAVA_FLOAT, (long) channel * taps + tap));
      }
    }
    return memory.address();
  }
}
