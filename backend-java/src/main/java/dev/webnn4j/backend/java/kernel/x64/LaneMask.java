package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import dev.webnn4j.backend.java.kernel.x64.asm.Opmask;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;
import java.lang.foreign.MemorySegment;

/**
 * How a vector is read and written of which only the first lanes are there.
 *
 * @param partial whether only the lanes that the header names are there; otherwise all
 * @param header what has the address of a {@link Panel}'s header
 */
record LaneMask(Isa isa, Gp header, boolean partial) {
  private static final Opmask LANES = Opmask.K1;

  /** Before the first vector is read. */
  void prepare(Assembler a) {
    if (partial && isa == Isa.AVX512) {
      a.kmovw(LANES, Panel.maskBits(header));
    }
  }

  /** Loads; lanes that are not there become 0, and their memory is not touched. */
  void load(Assembler a, Vec target, Mem source) {
    if (!partial) {
      a.vmovups(target, source);
      return;
    }
    switch (isa) {
      case AVX512 -> a.vmovups(target, LANES, source);
      case AVX2 -> {
        // The mask passes through the target: there may be no register to spare for it.
        a.vmovups(target, Panel.maskLanes(header));
        a.vmaskmovps(target, target, source);
      }
    }
  }

  /**
   * Stores.
   *
   * @param spare what it holds is lost
   */
  void store(Assembler a, Mem target, Vec source, Vec spare) {
    if (!partial) {
      a.vmovups(target, source);
      return;
    }
    switch (isa) {
      case AVX512 -> a.vmovups(target, LANES, source);
      case AVX2 -> {
        a.vmovups(spare, Panel.maskLanes(header));
        a.vmaskmovps(target, spare, source);
      }
    }
  }

  /** Headers for any number of lanes, one behind the other. */
  record Headers(Isa isa, long address) {
    static Headers allocate(Isa isa, KernelContext context) {
      MemorySegment headers = context.allocate((long) isa.lanes() * Panel.HEADER_BYTES);
      for (int lanes = 0; lanes < isa.lanes(); lanes++) {
        new Panel.Header()
            .mask(lanes)
            .writeTo(headers.asSlice((long) lanes * Panel.HEADER_BYTES, Panel.HEADER_BYTES));
      }
      return new Headers(isa, headers.address());
    }

    /** The header for what is left of so many floats behind their last whole vector. */
    long forRestOf(long count) {
      return address + count % isa.lanes() * Panel.HEADER_BYTES;
    }
  }
}
