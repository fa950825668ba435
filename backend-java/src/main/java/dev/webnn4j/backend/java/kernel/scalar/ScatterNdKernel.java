package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ScatterNd;

/**
 * The input with slices replaced. Any two updates may meet, so one thread does them all in their
 * order, after the workers have copied the input.
 */
final class ScatterNdKernel implements Kernel {
  private final CopyKernel copy;
  private final Words words;
  private final SlicePlaces places;

  private ScatterNdKernel(Node node, SlicePlaces places) {
    copy = new CopyKernel(node.result().type().byteLength());
    words = Words.of(node.result().type().dataType());
    this.places = places;
  }

  static Candidate offer(Node node, KernelContext context) {
    SlicePlaces places =
        new SlicePlaces(node.operand(ScatterNd.INPUT).shape(), node.operand(ScatterNd.INDICES));
    return Candidate.accept("scatterND", new ScatterNdKernel(node, places));
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    copy.run(buffers, workers);
    long size = places.sliceSize();
    for (long row = 0; row < places.rows(); row++) {
      long to = places.of(buffers.input(1), row);
      words.gather(buffers.input(2), row * size, 1, buffers.output(), to, size);
    }
  }
}
