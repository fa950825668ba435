package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ScatterElements;

/**
 * The input with one element replaced for each index. Updates that may meet are done by one worker
 * in their order, so that the last one stays.
 */
final class ScatterElementsKernel extends PartsByShape {
  private static final long UPDATES_OF_PART = 1 << 14;

  private final CopyKernel copy;
  private final Words words;
  private final AxisPlaces places;
  private final long updates;
  private final long updatesOfPart;

  private ScatterElementsKernel(Node node, AxisPlaces places, long updates, long updatesOfPart) {
    super(Math.ceilDiv(updates, updatesOfPart));
    copy = new CopyKernel(node.result().type().byteLength());
    words = Words.of(node.result().type().dataType());
    this.places = places;
    this.updates = updates;
    this.updatesOfPart = updatesOfPart;
  }

  static Candidate offer(Node node, KernelContext context) {
    Value input = node.operand(ScatterElements.INPUT);
    Value indices = node.operand(ScatterElements.INDICES);
    int axis = node.call().axis(ScatterElements.AXIS, input.shape().rank());
    AxisPlaces places = new AxisPlaces(input.shape(), axis, indices);
    long blocks = Math.ceilDiv(UPDATES_OF_PART, places.block());
    return Candidate.accept(
        "scatterElements",
        new ScatterElementsKernel(
            node, places, indices.shape().elementCount(), blocks * places.block()));
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    copy.run(buffers, workers);
    super.run(buffers, workers);
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    long end = Math.min(updates, (part + 1) * updatesOfPart);
    for (long i = part * updatesOfPart; i < end; i++) {
      words.copy(buffers.input(2), i, buffers.output(), places.of(buffers.input(1), i));
    }
  }
}
