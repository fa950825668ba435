package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.LogicalBinary;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;

/** Logic on two operands that broadcast to each other. */
final class LogicalBinaryKernel extends BroadcastKernel {
  private static final int LENGTH = Lanes.BYTE_SPECIES.length();

  private final LogicalBinary function;

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("logic", new LogicalBinaryKernel(node, context));
  }

  private LogicalBinaryKernel(Node node, KernelContext context) {
    super(node, context);
    function = LogicalBinary.of(node.operator()).orElseThrow();
  }

  @Override
  void stretch(Buffers buffers, long run, long from, long count, int worker) {
    boolean aMoves = moves(0);
    boolean bMoves = moves(1);
    long a = operand(buffers, 0, run, from);
    long b = operand(buffers, 1, run, from);
    long output = result(buffers, run, from);
    int truthOfA = Truths.get(a);
    int truthOfB = Truths.get(b);
    ByteVector fixedA = Lanes.broadcastByte(truthOfA);
    ByteVector fixedB = Lanes.broadcastByte(truthOfB);
    long i = 0;
    for (; i <= count - LENGTH; i += LENGTH) {
      ByteVector x = aMoves ? Truths.loadVector(a + i) : fixedA;
      ByteVector y = bMoves ? Truths.loadVector(b + i) : fixedB;
      Lanes.storeBytes(apply(x, y), output + i);
    }
    // Few processors load only some of a vector's bytes.
    for (; i < count; i++) {
      int x = aMoves ? Truths.get(a + i) : truthOfA;
      int y = bMoves ? Truths.get(b + i) : truthOfB;
      Truths.put(output + i, apply(x, y));
    }
  }

  private ByteVector apply(ByteVector a, ByteVector b) {
    return switch (function) {
      case LOGICAL_AND -> a.and(b);
      case LOGICAL_OR -> a.or(b);
      case LOGICAL_XOR -> a.lanewise(VectorOperators.XOR, b);
    };
  }

  private int apply(int a, int b) {
    return switch (function) {
      case LOGICAL_AND -> a & b;
      case LOGICAL_OR -> a | b;
      case LOGICAL_XOR -> a ^ b;
    };
  }
}
