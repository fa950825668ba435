package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Gather;
import dev.webnn4j.op.Indices;

/** Slices along an axis: each row of the result is what lies behind the axis at one index. */
final class GatherKernel extends RowKernel {
  private final Words words;
  private final Integers integers;
  private final long indices;
  private final int size;
  private final long rowSize;

  private GatherKernel(Node node, long outer, long indices, int size, long rowSize) {
    super(outer * indices, rowSize);
    words = Words.of(node.result().type().dataType());
    integers = Integers.of(node.operand(Gather.INDICES).type().dataType());
    this.indices = indices;
    this.size = size;
    this.rowSize = rowSize;
  }

  static Candidate offer(Node node, KernelContext context) {
    Shape shape = node.operand(Gather.INPUT).shape();
    int axis = node.call().axis(Gather.AXIS, shape.rank());
    return Candidate.accept(
        "gather",
        new GatherKernel(
            node,
            shape.elementCount(0, axis),
            node.operand(Gather.INDICES).shape().elementCount(),
            shape.dim(axis),
            shape.elementCount(axis + 1, shape.rank())));
  }

  @Override
  void row(Buffers buffers, long row) {
    long outer = row / indices;
    int place = Indices.place(integers.get(buffers.input(1), row - outer * indices), size);
    long from = (outer * size + place) * rowSize;
    words.gather(buffers.input(0), from, 1, buffers.output(), row * rowSize, rowSize);
  }
}
