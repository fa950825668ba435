package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Comparison;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Comparisons of two operands that broadcast to each other. */
final class ComparisonKernel extends BroadcastKernel {
  private final Comparison comparison;
  private final boolean ofFloats;

  static Candidate offer(Node node, KernelContext context) {
    return switch (node.operand(Comparison.A).type().dataType()) {
      case FLOAT32, INT32 -> Candidate.accept("comparison", new ComparisonKernel(node, context));
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  private ComparisonKernel(Node node, KernelContext context) {
    super(node, context);
    comparison = Comparison.of(node.operator()).orElseThrow();
    ofFloats = node.operand(Comparison.A).type().dataType() == MLOperandDataType.FLOAT32;
  }

  @Override
  void stretch(Buffers buffers, long run, long from, long count) {
    long a = operand(buffers, 0, run, from);
    long b = operand(buffers, 1, run, from);
    long output = result(buffers, run, from);
    if (ofFloats) {
      floats(a, b, output, count);
    } else {
      ints(a, b, output, count);
    }
  }

  private void floats(long a, long b, long output, long count) {
    boolean aMoves = moves(0);
    boolean bMoves = moves(1);
    FloatVector fixedA = Lanes.broadcast(a);
    FloatVector fixedB = Lanes.broadcast(b);
    long i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      FloatVector x = aMoves ? Lanes.load(a + 4 * i) : fixedA;
      FloatVector y = bMoves ? Lanes.load(b + 4 * i) : fixedB;
      Truths.store(compare(x, y), output + i);
    }
    if (i < count) {
      int left = (int) (count - i);
      VectorMask<Float> rest = Lanes.first(left);
      FloatVector x = aMoves ? Lanes.load(a + 4 * i, rest) : fixedA;
      FloatVector y = bMoves ? Lanes.load(b + 4 * i, rest) : fixedB;
      Truths.store(compare(x, y), output + i, left);
    }
  }

  private void ints(long a, long b, long output, long count) {
    boolean aMoves = moves(0);
    boolean bMoves = moves(1);
    IntVector fixedA = Lanes.broadcastInt(a);
    IntVector fixedB = Lanes.broadcastInt(b);
    long i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      IntVector x = aMoves ? Lanes.loadInts(a + 4 * i) : fixedA;
      IntVector y = bMoves ? Lanes.loadInts(b + 4 * i) : fixedB;
      Truths.store(compare(x, y), output + i);
    }
    if (i < count) {
      int left = (int) (count - i);
      VectorMask<Integer> rest = Lanes.firstInts(left);
      IntVector x = aMoves ? Lanes.loadInts(a + 4 * i, rest) : fixedA;
      IntVector y = bMoves ? Lanes.loadInts(b + 4 * i, rest) : fixedB;
      Truths.store(compare(x, y), output + i, left);
    }
  }

  private long compare(FloatVector a, FloatVector b) {
    return switch (comparison) {
      case EQUAL -> a.compare(VectorOperators.EQ, b).toLong();
      case NOT_EQUAL -> a.compare(VectorOperators.NE, b).toLong();
      case GREATER -> a.compare(VectorOperators.GT, b).toLong();
      case GREATER_OR_EQUAL -> a.compare(VectorOperators.GE, b).toLong();
      case LESSER -> a.compare(VectorOperators.LT, b).toLong();
      case LESSER_OR_EQUAL -> a.compare(VectorOperators.LE, b).toLong();
    };
  }

  private long compare(IntVector a, IntVector b) {
    return switch (comparison) {
      case EQUAL -> a.compare(VectorOperators.EQ, b).toLong();
      case NOT_EQUAL -> a.compare(VectorOperators.NE, b).toLong();
      case GREATER -> a.compare(VectorOperators.GT, b).toLong();
      case GREATER_OR_EQUAL -> a.compare(VectorOperators.GE, b).toLong();
      case LESSER -> a.compare(VectorOperators.LT, b).toLong();
      case LESSER_OR_EQUAL -> a.compare(VectorOperators.LE, b).toLong();
    };
  }
}
