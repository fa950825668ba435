package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.Shape;
import dev.webnn4j.op.Broadcasting;
import java.util.ArrayList;
import java.util.List;

/**
 * How to walk an output with two broadcast operands: runs of elements in which each operand either
 * moves along or stands still, as long as possible.
 *
 * @param length elements of a run
 * @param aMoves whether the first operand moves along within a run
 * @param bMoves whether the second one does
 * @param outer the axes around the runs, outermost first
 */
record BroadcastPlan(long length, boolean aMoves, boolean bMoves, List<Axis> outer) {
  /** An axis; the steps are elements from one index to the next, 0 where an operand is repeated. */
  record Axis(long size, long aStep, long bStep) {
    /** Whether this axis and the one within it are one longer axis. */
    private boolean continues(Axis inner) {
      return aStep == inner.aStep * inner.size && bStep == inner.bStep * inner.size;
    }
  }

  static BroadcastPlan of(Shape a, Shape b, Shape output) {
    long[] aSteps = Broadcasting.strides(a, output);
    long[] bSteps = Broadcasting.strides(b, output);
    List<Axis> axes = new ArrayList<>();
    for (int i = output.rank() - 1; i >= 0; i--) {
      if (output.dim(i) == 1) {
        continue;
      }
      Axis axis = new Axis(output.dim(i), aSteps[i], bSteps[i]);
      if (!axes.isEmpty() && axis.continues(axes.getFirst())) {
        Axis inner = axes.removeFirst();
        axes.addFirst(new Axis(axis.size * inner.size, inner.aStep, inner.bStep));
      } else {
        axes.addFirst(axis);
      }
    }
    if (axes.isEmpty()) {
      return new BroadcastPlan(1, true, true, List.of());
    }
    Axis run = axes.removeLast();
    return new BroadcastPlan(run.size, run.aStep != 0, run.bStep != 0, List.copyOf(axes));
  }

  /** How many runs there are. */
  long runs() {
    return outer.stream().mapToLong(Axis::size).reduce(1, (x, y) -> x * y);
  }

  /** The element of the first operand where a run begins. */
  long aStart(long run) {
    long start = 0;
    for (int i = outer.size() - 1; i >= 0; i--) {
      Axis axis = outer.get(i);
      start += run % axis.size * axis.aStep;
      run /= axis.size;
    }
    return start;
  }

  /** The element of the second operand where a run begins. */
  long bStart(long run) {
    long start = 0;
    for (int i = outer.size() - 1; i >= 0; i--) {
      Axis axis = outer.get(i);
      start += run % axis.size * axis.bStep;
      run /= axis.size;
    }
    return start;
  }
}
