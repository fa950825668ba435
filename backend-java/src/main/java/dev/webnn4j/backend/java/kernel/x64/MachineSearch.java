package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.RowSearch;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.graph.Node;

/** The vector tier's search for the greatest channel, in machine code. */
final class MachineSearch implements RowSearch {
  private final long pairBytes;
  private final Routine single;
  private final Routine mixed;

  /** The vector tier's kernel with this search, where its vectors are as long as ours. */
  static Candidate offer(Node node, KernelContext context) {
    return VectorKernels.lanes() == context.machineCode().isa().lanes()
        ? VectorKernels.resampledArgMinMax(
            node, context, MachineChannelResize::of, MachineSearch::new)
        : Candidate.refuse("the vector tier, which resizes rows, has vectors of other length");
  }

  private MachineSearch(Shape shape, KernelContext context) {
    MachineCode code = context.machineCode();
    pairBytes = 2L * code.isa().bytes();
    single = code.routine(source(code.isa(), shape, false));
    mixed = code.routine(source(code.isa(), shape, true));
  }

  private static SearchTiles source(Isa isa, Shape shape, boolean mixed) {
    return new SearchTiles(isa, shape.channels(), shape.channelBytes(), mixed);
  }

  private long pairs(int count) {
    return Math.ceilDiv(4L * count, pairBytes);
  }

  @Override
  public void greatest(long row, int count, long indices) {
    single.call(row, row, indices, pairs(count), 0, 0);
  }

  @Override
  public void greatest(long upper, long lower, float weight, int count, long indices) {
    long down = Integer.toUnsignedLong(Float.floatToRawIntBits(weight));
    long up = (long) Float.floatToRawIntBits(1 - weight) << 32;
    mixed.call(upper, lower, indices, pairs(count), up | down, 0);
  }
}
