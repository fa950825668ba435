package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Split;
import java.lang.foreign.MemorySegment;

/** The input cut into pieces. */
final class SplitKernel extends PartsByShape {
  private final Pieces pieces;

  private SplitKernel(Pieces pieces) {
    super(pieces.parts());
    this.pieces = pieces;
  }

  static Candidate offer(Node node, KernelContext context) {
    Shape input = node.operand(Split.INPUT).shape();
    int axis = node.call().axis(Split.AXIS, input.rank());
    return Candidate.accept("split", new SplitKernel(new Pieces(input, axis, node.results())));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    int piece = pieces.piece(part);
    MemorySegment output = buffers.output(piece);
    long bytes = pieces.bytes(piece);
    for (long row = pieces.firstRow(part); row < pieces.endRow(part); row++) {
      MemorySegment.copy(buffers.input(0), pieces.offset(piece, row), output, row * bytes, bytes);
    }
  }
}
