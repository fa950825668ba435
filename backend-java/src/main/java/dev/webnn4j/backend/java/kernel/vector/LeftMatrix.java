package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;

/**
 * The left-hand matrices of products, whose rows lie in one piece. A transposed matrix is turned at
 * the start of each run.
 */
final class LeftMatrix {
  /** Which operand of a product it is. */
  private static final int OPERAND = 0;

  private final int rows;
  private final int depth;
  private final boolean turns;
  private final MemorySegment turned;
  private final MemorySegment scratch;
  private final Ranges ranges;
  private final Workers.Task turn = this::turn;

  LeftMatrix(int rows, int depth, boolean transposed, KernelContext context) {
    this.rows = rows;
    this.depth = depth;
    // A matrix of one row or column lies as its transpose does.
    turns = transposed && rows > 1 && depth > 1;
    turned = context.allocate(turns ? 4L * rows * depth : 0);
    scratch = context.allocate(turns ? Transposition.SCRATCH_BYTES * context.workers() : 0);
    long cost = (long) Lanes.LENGTH * depth;
    ranges = Ranges.of(Math.ceilDiv(rows, Lanes.LENGTH), cost, context.workers());
  }

  int rows() {
    return rows;
  }

  int depth() {
    return depth;
  }

  /** Turns the matrix, if it has to be. */
  void prepare(Buffers buffers, Workers workers) {
    if (turns) {
      workers.run(ranges.parts(), turn, buffers);
    }
  }

  /** Where the first matrix is. */
  long address(Buffers buffers) {
    return turns ? turned.address() : buffers.input(OPERAND).address();
  }

  private void turn(Buffers buffers, int part, int worker) {
    long from = buffers.input(OPERAND).address();
    long own = scratch.address() + Transposition.SCRATCH_BYTES * worker;
    long step = 4L * depth;
    int end = (int) Math.min(rows, ranges.to(part) * Lanes.LENGTH);
    for (int row = (int) ranges.from(part) * Lanes.LENGTH; row < end; row += Lanes.LENGTH) {
      int count = Math.min(Lanes.LENGTH, end - row);
      long to = turned.address() + row * step;
      Transposition.rows(from + 4L * row, 4L * rows, to, step, count, depth, own);
    }
  }
}
