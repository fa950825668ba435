package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.GatherNd;

/** Slices by their coordinates. */
final class GatherNdKernel extends RowKernel {
  private final Words words;
  private final SlicePlaces places;

  private GatherNdKernel(Node node, SlicePlaces places) {
    super(places.rows(), places.sliceSize());
    words = Words.of(node.result().type().dataType());
    this.places = places;
  }

  static Candidate offer(Node node, KernelContext context) {
    SlicePlaces places =
        new SlicePlaces(node.operand(GatherNd.INPUT).shape(), node.operand(GatherNd.INDICES));
    return Candidate.accept("gatherND", new GatherNdKernel(node, places));
  }

  @Override
  void row(Buffers buffers, long row) {
    long from = places.of(buffers.input(1), row);
    long size = places.sliceSize();
    words.gather(buffers.input(0), from, 1, buffers.output(), row * size, size);
  }
}
