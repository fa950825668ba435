package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** Selection among elements of 32 bits, whatever they are: as integers, none loses a bit. */
final class WhereKernel extends BroadcastKernel {
  static Candidate offer(Node node, KernelContext context) {
    return node.result().type().dataType().bits() == Integer.SIZE
        ? Candidate.accept("where", new WhereKernel(node, context))
        : Candidate.refuse("only elements of 32 bits");
  }

  private WhereKernel(Node node, KernelContext context) {
    super(node, context);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand > 0;
  }

  @Override
  void stretch(Buffers buffers, long run, long from, long count, int worker) {
    boolean asks = moves(0);
    boolean trueMoves = moves(1);
    boolean falseMoves = moves(2);
    long condition = operand(buffers, 0, run, from);
    long trueValue = operand(buffers, 1, run, from);
    long falseValue = operand(buffers, 2, run, from);
    long output = result(buffers, run, from);
    long fixedAnswer = -Truths.get(condition);
    IntVector fixedTrue = Lanes.broadcastInt(trueValue);
    IntVector fixedFalse = Lanes.broadcastInt(falseValue);
    long i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      long answer = asks ? Truths.load(condition + i) : fixedAnswer;
      IntVector yes = trueMoves ? Lanes.loadInts(trueValue + 4 * i) : fixedTrue;
      IntVector no = falseMoves ? Lanes.loadInts(falseValue + 4 * i) : fixedFalse;
      Lanes.storeInts(no.blend(yes, VectorMask.fromLong(Lanes.INTS, answer)), output + 4 * i);
    }
    if (i < count) {
      int left = (int) (count - i);
      VectorMask<Integer> rest = Lanes.firstInts(left);
      long answer = asks ? Truths.load(condition + i, left) : fixedAnswer;
      IntVector yes = trueMoves ? Lanes.loadInts(trueValue + 4 * i, rest) : fixedTrue;
      IntVector no = falseMoves ? Lanes.loadInts(falseValue + 4 * i, rest) : fixedFalse;
      Lanes.storeInts(no.blend(yes, VectorMask.fromLong(Lanes.INTS, answer)), output + 4 * i, rest);
    }
  }
}
