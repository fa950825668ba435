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

/**
 * Comparisons of two operands that broadcast to each other. All six are made of "greater" and
 * "equal" without a branch: with a branch for each, C2 inlines those that it has seen often, and
 * the others leave their vectors on the heap, forty times slower.
 */
final class ComparisonKernel extends BroadcastKernel {
  private final boolean ofFloats;
  private final int left;
  private final int right;

  /** All bits where the result is to be true if the left element is the greater one. */
  private final long ifGreater;

  /** All bits where it is to be true if both are equal. */
  private final long ifEqual;

  /** All bits where it is the other way round, for NaN too. */
  private final long inverted;

  static Candidate offer(Node node, KernelContext context) {
    return switch (node.operand(Comparison.A).type().dataType()) {
      case FLOAT32, INT32 -> Candidate.accept("comparison", new ComparisonKernel(node, context));
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  private ComparisonKernel(Node node, KernelContext context) {
    super(node, context);
    ofFloats = node.operand(Comparison.A).type().dataType() == MLOperandDataType.FLOAT32;
    Comparison comparison = Comparison.of(node.operator()).orElseThrow();
    boolean swapped = comparison == Comparison.LESSER || comparison == Comparison.LESSER_OR_EQUAL;
    left = swapped ? 1 : 0;
    right = swapped ? 0 : 1;
    ifGreater =
        switch (comparison) {
          case EQUAL, NOT_EQUAL -> 0;
          case GREATER, GREATER_OR_EQUAL, LESSER, LESSER_OR_EQUAL -> -1;
        };
    ifEqual =
        switch (comparison) {
          case GREATER, LESSER -> 0;
          case EQUAL, NOT_EQUAL, GREATER_OR_EQUAL, LESSER_OR_EQUAL -> -1;
        };
    inverted = comparison == Comparison.NOT_EQUAL ? -1 : 0;
  }

  @Override
  void stretch(Buffers buffers, long run, long from, long count, int worker) {
    long a = operand(buffers, left, run, from);
    long b = operand(buffers, right, run, from);
    long output = result(buffers, run, from);
    if (ofFloats) {
      floats(a, b, output, count);
    } else {
      ints(a, b, output, count);
    }
  }

  private void floats(long a, long b, long output, long count) {
    boolean aMoves = moves(left);
    boolean bMoves = moves(right);
    FloatVector fixedA = Lanes.broadcast(a);
    FloatVector fixedB = Lanes.broadcast(b);
    long i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      FloatVector x = aMoves ? Lanes.load(a + 4 * i) : fixedA;
      FloatVector y = bMoves ? Lanes.load(b + 4 * i) : fixedB;
      Truths.store(compare(x, y), output + i);
    }
    if (i < count) {
      int rest = (int) (count - i);
      VectorMask<Float> mask = Lanes.first(rest);
      FloatVector x = aMoves ? Lanes.load(a + 4 * i, mask) : fixedA;
      FloatVector y = bMoves ? Lanes.load(b + 4 * i, mask) : fixedB;
      Truths.store(compare(x, y), output + i, rest);
    }
  }

  private void ints(long a, long b, long output, long count) {
    boolean aMoves = moves(left);
    boolean bMoves = moves(right);
    IntVector fixedA = Lanes.broadcastInt(a);
    IntVector fixedB = Lanes.broadcastInt(b);
    long i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      IntVector x = aMoves ? Lanes.loadInts(a + 4 * i) : fixedA;
      IntVector y = bMoves ? Lanes.loadInts(b + 4 * i) : fixedB;
      Truths.store(compare(x, y), output + i);
    }
    if (i < count) {
      int rest = (int) (count - i);
      VectorMask<Integer> mask = Lanes.firstInts(rest);
      IntVector x = aMoves ? Lanes.loadInts(a + 4 * i, mask) : fixedA;
      IntVector y = bMoves ? Lanes.loadInts(b + 4 * i, mask) : fixedB;
      Truths.store(compare(x, y), output + i, rest);
    }
  }

  private long compare(FloatVector a, FloatVector b) {
    long greater = a.compare(VectorOperators.GT, b).toLong();
    long equal = a.compare(VectorOperators.EQ, b).toLong();
    return answer(greater, equal);
  }

  private long compare(IntVector a, IntVector b) {
    long greater = a.compare(VectorOperators.GT, b).toLong();
    long equal = a.compare(VectorOperators.EQ, b).toLong();
    return answer(greater, equal);
  }

  private long answer(long greater, long equal) {
    return ((greater & ifGreater) | (equal & ifEqual)) ^ inverted;
  }
}
