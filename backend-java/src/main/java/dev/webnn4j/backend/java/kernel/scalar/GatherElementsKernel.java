package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.GatherElements;

/** One element for each index. */
final class GatherElementsKernel extends BlockKernel {
  private final Words words;
  private final AxisPlaces places;

  private GatherElementsKernel(Node node, AxisPlaces places) {
    super(node.result().shape().elementCount());
    words = Words.of(node.result().type().dataType());
    this.places = places;
  }

  static Candidate offer(Node node, KernelContext context) {
    Value input = node.operand(GatherElements.INPUT);
    int axis = node.call().axis(GatherElements.AXIS, input.shape().rank());
    AxisPlaces places = new AxisPlaces(input.shape(), axis, node.operand(GatherElements.INDICES));
    return Candidate.accept("gatherElements", new GatherElementsKernel(node, places));
  }

  @Override
  void block(Buffers buffers, int worker, long at, int count) {
    for (long i = at; i < at + count; i++) {
      words.copy(buffers.input(0), places.of(buffers.input(1), i), buffers.output(), i);
    }
  }
}
