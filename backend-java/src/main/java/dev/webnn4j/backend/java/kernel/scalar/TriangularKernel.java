package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Triangular;
import java.lang.foreign.MemorySegment;

/** Triangles of matrices: of each row one end is copied, the other one zero. */
final class TriangularKernel extends RowKernel {
  private final Words words;
  private final MemorySegment zero;
  private final boolean upper;
  private final long diagonal;
  private final int height;
  private final int width;

  private TriangularKernel(Node node, KernelContext context, Shape shape) {
    super(shape.elementCount(0, shape.rank() - 1), shape.dim(-1));
    words = Words.of(node.result().type().dataType());
    zero = context.allocate(words.bytes());
    upper = node.get(Triangular.UPPER);
    diagonal = node.get(Triangular.DIAGONAL);
    height = shape.dim(-2);
    width = shape.dim(-1);
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept(
        "triangular", new TriangularKernel(node, context, node.result().shape()));
  }

  @Override
  void row(Buffers buffers, long row) {
    long begin = row * width;
    // The upper triangle begins with the diagonal, the lower one ends with it.
    long cut = row % height + diagonal + (upper ? 0 : 1);
    int left = Math.clamp(cut, 0, width);
    long copied = upper ? begin + left : begin;
    int count = upper ? width - left : left;
    words.gather(buffers.input(0), copied, 1, buffers.output(), copied, count);
    words.repeat(zero, 0, buffers.output(), upper ? begin : begin + left, width - count);
  }
}
