package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Concat;
import java.lang.foreign.MemorySegment;

/** The inputs one after the other. */
final class ConcatKernel extends PartsByShape {
  private final Pieces pieces;

  private ConcatKernel(Pieces pieces) {
    super(pieces.parts());
    this.pieces = pieces;
  }

  static Candidate offer(Node node, KernelContext context) {
    Shape result = node.result().shape();
    int axis = node.call().axis(Concat.AXIS, result.rank());
    Pieces pieces = new Pieces(result, axis, node.operands().all(Concat.INPUTS));
    return Candidate.accept("concat", new ConcatKernel(pieces));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    int piece = pieces.piece(part);
    MemorySegment input = buffers.input(piece);
    long bytes = pieces.bytes(piece);
    for (long row = pieces.firstRow(part); row < pieces.endRow(part); row++) {
      MemorySegment.copy(input, row * bytes, buffers.output(), pieces.offset(piece, row), bytes);
    }
  }
}
