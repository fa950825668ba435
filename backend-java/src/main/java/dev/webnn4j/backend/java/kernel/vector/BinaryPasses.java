package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.BinaryLoop;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.VectorMask;

/**
 * One or more passes over blocks of pairs. An operand that stands still becomes a vector in
 * scratch, and what is left behind the last whole vector is computed there.
 */
final class BinaryPasses implements BinaryLoop {
  private static final int SCRATCH_VECTORS = 5;
  private static final long SCRATCH_BYTES = SCRATCH_VECTORS * Lanes.BYTES + Lanes.BLOCK_BYTES;

  private final BinaryLoops.Pass[] passes;
  private final long moveA;
  private final long moveB;
  private final MemorySegment scratch;

  BinaryPasses(BinaryLoops.Pass[] passes, boolean movesA, boolean movesB, KernelContext context) {
    this.passes = passes;
    moveA = movesA ? -1 : 0;
    moveB = movesB ? -1 : 0;
    scratch = context.allocate(SCRATCH_BYTES * context.workers());
  }

  /** One pass reads both elements and writes; what needs several reads its operands again. */
  @Override
  public boolean worksInPlace() {
    return passes.length == 1;
  }

  @Override
  public void run(long a, long b, long result, long count, int worker) {
    long bytes = 4 * count;
    long own = scratch.address() + SCRATCH_BYTES * worker;
    long fromA = moveA == 0 ? repeat(a, own) : a;
    long fromB = moveB == 0 ? repeat(b, own + Lanes.BYTES) : b;
    long whole = bytes - bytes % Lanes.BYTES;
    long block = own + SCRATCH_VECTORS * Lanes.BYTES;
    for (long at = 0; at < whole; at += Lanes.BLOCK_BYTES) {
      long size = Math.min(Lanes.BLOCK_BYTES, whole - at);
      block(fromA + (at & moveA), moveA, fromB + (at & moveB), moveB, result + at, size, block);
    }
    if (whole < bytes) {
      VectorMask<Float> rest = Lanes.first((int) (bytes - whole) / 4);
      long restA = moveA == 0 ? fromA : copy(a + whole, rest, own + 2 * Lanes.BYTES);
      long restB = moveB == 0 ? fromB : copy(b + whole, rest, own + 3 * Lanes.BYTES);
      long last = own + 4 * Lanes.BYTES;
      block(restA, 0, restB, 0, last, Lanes.BYTES, block);
      Lanes.store(Lanes.load(last), result + whole, rest);
    }
  }

  private static long repeat(long element, long to) {
    Lanes.store(Lanes.broadcast(element), to);
    return to;
  }

  private static long copy(long from, VectorMask<Float> rest, long to) {
    Lanes.store(Lanes.load(from, rest), to);
    return to;
  }

  private void block(long a, long stepA, long b, long stepB, long to, long bytes, long own) {
    for (BinaryLoops.Pass pass : passes) {
      pass.run(a, stepA, b, stepB, to, bytes, own);
    }
  }
}
