package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Transpose;

/** The axes in another order. */
final class TransposeKernel extends PartedKernel {
  private static final long ELEMENTS_OF_PART = 1 << 14;

  private final Words words;
  private final StridedView view;
  private final long rows;
  private final long rowsOfPart;

  private TransposeKernel(Words words, StridedView view, long rows, long rowsOfPart) {
    super(Math.ceilDiv(rows, rowsOfPart));
    this.words = words;
    this.view = view;
    this.rows = rows;
    this.rowsOfPart = rowsOfPart;
  }

  static Candidate offer(Node node, KernelContext context) {
    Shape result = node.result().shape();
    long[] inputStrides = node.operand(Transpose.INPUT).shape().strides();
    int[] permutation = Transpose.permutation(node.call());
    long[] strides = new long[permutation.length];
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] = inputStrides[permutation[axis]];
    }
    StridedView view = new StridedView(result, strides);
    return Candidate.accept(
        "transpose",
        new TransposeKernel(
            Words.of(node.result().type().dataType()),
            view,
            result.elementCount() / view.rowSize(),
            Math.ceilDiv(ELEMENTS_OF_PART, view.rowSize())));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    long end = Math.min(rows, (part + 1) * rowsOfPart);
    // A tensor without any axis longer than 1 has a row of one element and no step.
    long step = Math.max(1, view.rowStep());
    for (long row = part * rowsOfPart; row < end; row++) {
      words.gather(
          buffers.input(0),
          view.row(row),
          step,
          buffers.output(),
          row * view.rowSize(),
          view.rowSize());
    }
  }
}
