package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import java.lang.foreign.MemorySegment;

/**
 * The same bytes: identity and reshape, where no planner spared the copy; what scatters write into.
 */
final class CopyKernel extends PartsByShape {
  private static final long BYTES_OF_PART = 1 << 18;

  private final long bytes;

  CopyKernel(long bytes) {
    super(Math.ceilDiv(bytes, BYTES_OF_PART));
    this.bytes = bytes;
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("copy", new CopyKernel(node.result().type().byteLength()));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    long at = part * BYTES_OF_PART;
    long count = Math.min(BYTES_OF_PART, bytes - at);
    MemorySegment.copy(buffers.input(0), at, buffers.output(), at, count);
  }
}
