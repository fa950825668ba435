package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Broadcasting;
import java.util.List;

/**
 * How to walk an output with broadcast operands: runs of elements in which each operand either
 * moves along or stands still, as long as possible.
 */
final class BroadcastPlan {
  /** The axes that all operands walk as one, outermost first; the last is a run. */
  private final long[] sizes;

  /** For each operand and axis, the elements from one index to the next; 0 where it is repeated. */
  private final long[][] steps;

  private final int runAxis;

  private BroadcastPlan(long[] sizes, long[][] steps, int runAxis) {
    this.sizes = sizes;
    this.steps = steps;
    this.runAxis = runAxis;
  }

  /** How to walk a node's result with all of its operands. */
  static BroadcastPlan of(Node node) {
    List<Shape> operands = node.operands().flat().stream().map(Value::shape).toList();
    return of(operands, node.result().shape());
  }

  static BroadcastPlan of(List<Shape> operands, Shape output) {
    long[] sizes = new long[output.rank() + 1];
    long[][] steps = new long[operands.size()][output.rank() + 1];
    sizes[0] = 1;
    int last = 0;
    long[][] strides =
        operands.stream().map(shape -> Broadcasting.strides(shape, output)).toArray(long[][]::new);
    for (int axis = 0; axis < output.rank(); axis++) {
      int size = output.dim(axis);
      if (size == 1) {
        continue;
      }
      boolean joins = true;
      for (int i = 0; i < steps.length; i++) {
        joins &= steps[i][last] == strides[i][axis] * size;
      }
      if (!joins && sizes[last] != 1) {
        sizes[++last] = 1;
      }
      sizes[last] *= size;
      for (int i = 0; i < steps.length; i++) {
        steps[i][last] = strides[i][axis];
      }
    }
    return new BroadcastPlan(sizes, steps, last);
  }

  /** Elements of a run. */
  long length() {
    return sizes[runAxis];
  }

  /** How many runs there are. */
  long runs() {
    long runs = 1;
    for (int axis = 0; axis < runAxis; axis++) {
      runs *= sizes[axis];
    }
    return runs;
  }

  /** Whether an operand moves along within a run. */
  boolean moves(int operand) {
    return steps[operand][runAxis] != 0;
  }

  /** The element of an operand where a run begins. */
  long start(int operand, long run) {
    long start = 0;
    long rest = run;
    for (int axis = runAxis - 1; axis > 0; axis--) {
      start += rest % sizes[axis] * steps[operand][axis];
      rest /= sizes[axis];
    }
    // What is left counts the outermost axis, or there is but one run and it is 0: with few axes,
    // dividing would take longer than a short run.
    return start + rest * steps[operand][0];
  }
}
