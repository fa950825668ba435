package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ElementwiseBinary;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import jdk.incubator.vector.VectorMask;

/**
 * A function of two operands that broadcast to each other. An operand that stands still within a
 * run becomes a vector in scratch, and what is left behind the last whole vector is computed there.
 */
final class BinaryKernel extends BroadcastKernel {
  private static final int SCRATCH_VECTORS = 5;
  private static final long SCRATCH_BYTES = SCRATCH_VECTORS * Lanes.BYTES + Lanes.BLOCK_BYTES;

  private final BinaryLoops.Loop[] passes;
  private final long moveA;
  private final long moveB;
  private final MemorySegment scratch;

  static Candidate offer(Node node, KernelContext context) {
    ElementwiseBinary function = ElementwiseBinary.of(node.operator()).orElseThrow();
    return switch (node.result().type().dataType()) {
      case FLOAT32 -> accept(BinaryLoops.floats(function), node, context);
      case INT32 -> {
        Optional<BinaryLoops.Loop[]> passes = BinaryLoops.ints(function);
        yield passes.isPresent()
            ? accept(passes.get(), node, context)
            : Candidate.refuse("there are no vector instructions for it with int32");
      }
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  static Candidate offerPrelu(Node node, KernelContext context) {
    return switch (node.result().type().dataType()) {
      case FLOAT32 -> accept(BinaryLoops.preluOfFloats(), node, context);
      case INT32 -> accept(BinaryLoops.preluOfInts(), node, context);
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  private static Candidate accept(BinaryLoops.Loop[] passes, Node node, KernelContext context) {
    return Candidate.accept("elementwise", new BinaryKernel(passes, node, context));
  }

  private BinaryKernel(BinaryLoops.Loop[] passes, Node node, KernelContext context) {
    super(node, context);
    this.passes = passes;
    moveA = moves(0) ? -1 : 0;
    moveB = moves(1) ? -1 : 0;
    scratch = context.allocate(SCRATCH_BYTES * context.workers());
  }

  /** One pass reads both elements and writes; what needs several reads its operands again. */
  @Override
  public boolean worksInPlace(int operand) {
    return passes.length == 1;
  }

  @Override
  void stretch(Buffers buffers, long run, long from, long count, int worker) {
    long a = operand(buffers, 0, run, from);
    long b = operand(buffers, 1, run, from);
    long own = scratch.address() + SCRATCH_BYTES * worker;
    run(a, b, result(buffers, run, from), 4 * count, own);
  }

  private void run(long a, long b, long output, long bytes, long own) {
    long fromA = moveA == 0 ? repeat(a, own) : a;
    long fromB = moveB == 0 ? repeat(b, own + Lanes.BYTES) : b;
    long whole = bytes - bytes % Lanes.BYTES;
    long block = own + SCRATCH_VECTORS * Lanes.BYTES;
    for (long at = 0; at < whole; at += Lanes.BLOCK_BYTES) {
      long size = Math.min(Lanes.BLOCK_BYTES, whole - at);
      block(fromA + (at & moveA), moveA, fromB + (at & moveB), moveB, output + at, size, block);
    }
    if (whole < bytes) {
      VectorMask<Float> rest = Lanes.first((int) (bytes - whole) / 4);
      long restA = moveA == 0 ? fromA : copy(a + whole, rest, own + 2 * Lanes.BYTES);
      long restB = moveB == 0 ? fromB : copy(b + whole, rest, own + 3 * Lanes.BYTES);
      long result = own + 4 * Lanes.BYTES;
      block(restA, 0, restB, 0, result, Lanes.BYTES, block);
      Lanes.store(Lanes.load(result), output + whole, rest);
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
    for (BinaryLoops.Loop pass : passes) {
      pass.run(a, stepA, b, stepB, to, bytes, own);
    }
  }
}
