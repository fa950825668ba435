package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Where;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Selection: moves elements of one or the other operand, whatever they are. */
final class WhereKernel extends BlockKernel {
  private final Words words;
  private final StridedView conditions;
  private final StridedView trues;
  private final StridedView falses;

  private WhereKernel(Node node) {
    super(node.result().type().elementCount());
    words = Words.of(node.result().type().dataType());
    conditions = view(node, Where.CONDITION);
    trues = view(node, Where.TRUE_VALUE);
    falses = view(node, Where.FALSE_VALUE);
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("where", new WhereKernel(node));
  }

  private static StridedView view(Node node, OperandSlot slot) {
    Shape result = node.result().shape();
    return StridedView.broadcast(node.operand(slot).shape(), result);
  }

  @Override
  void block(Buffers buffers, int worker, long at, int count) {
    for (int done = 0, run; done < count; done += run) {
      long index = at + done;
      run = (int) conditions.run(index, trues.run(index, falses.run(index, count - done)));
      run(buffers, index, run);
    }
  }

  /** A stretch in which no operand comes to the end of a row. */
  private void run(Buffers buffers, long at, int count) {
    MemorySegment condition = buffers.input(0);
    long conditionAt = conditions.place(at);
    long trueAt = trues.place(at);
    long falseAt = falses.place(at);
    for (int i = 0; i < count; i++) {
      long asked = conditionAt + i * conditions.rowStep();
      if (condition.get(ValueLayout.JAVA_BYTE, asked) != 0) {
        words.copy(buffers.input(1), trueAt + i * trues.rowStep(), buffers.output(), at + i);
      } else {
        words.copy(buffers.input(2), falseAt + i * falses.rowStep(), buffers.output(), at + i);
      }
    }
  }
}
