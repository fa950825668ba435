package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.graph.Value;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** What a kernel may use while it is made. */
public interface KernelContext {
  /** How many threads will share the work. */
  int workers();

  /**
   * The bytes of an operand that is constant. Only for the time in which the kernel is made: what a
   * run needs is in its buffers or in memory of the kernel's own.
   */
  Optional<MemorySegment> constant(Value value);

  /** Memory for packed constants or scratch: zeroed, 64-byte aligned, freed with the graph. */
  MemorySegment allocate(long bytes);

  /**
   * The graph's machine code, to which a kernel adds its own; it runs once all are chosen.
   *
   * @throws IllegalStateException if there is none: only kernels of the x64 tier ask
   */
  MachineCode machineCode();
}
