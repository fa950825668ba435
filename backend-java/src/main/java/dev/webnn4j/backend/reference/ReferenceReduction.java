package dev.webnn4j.backend.reference;

import dev.webnn4j.Shape;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Softmax;
import java.util.HashMap;
import java.util.Map;

/** What looks at all elements along an axis. */
final class ReferenceReduction {
  private ReferenceReduction() {}

  static Map<Operator, ReferenceFunction> functions() {
    Map<Operator, ReferenceFunction> table = new HashMap<>();
    table.put(Softmax.OPERATOR, ReferenceReduction::softmax);
    for (ArgMinMax function : ArgMinMax.values()) {
      table.put(function.operator(), call -> argMinMax(function, call));
    }
    return table;
  }

  /** The first of equal elements; what is compared with NaN is neither less nor greater. */
  private static Tensor argMinMax(ArgMinMax function, ReferenceCall call) {
    Tensor input = call.tensor(ArgMinMax.INPUT);
    int axis = call.node().call().axis(ArgMinMax.AXIS, input.shape().rank());
    int wanted = function == ArgMinMax.ARG_MAX ? 1 : -1;
    Shape reduced = input.shape().with(axis, 1);
    return Tensor.ofIntegers(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(reduced, i);
          int best = 0;
          for (int k = 1; k < input.shape().dim(axis); k++) {
            if (input.compare(along(input, at, axis, k), along(input, at, axis, best)) == wanted) {
              best = k;
            }
          }
          return best;
        });
  }

  private static Tensor softmax(ReferenceCall call) {
    Tensor input = call.tensor(Softmax.INPUT);
    int axis = call.node().call().axis(Softmax.AXIS, input.shape().rank());
    int size = input.shape().dim(axis);
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(input.shape(), i);
          double max = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < size; k++) {
            max = Math.max(max, input.real(along(input, at, axis, k)));
          }
          double sum = 0;
          for (int k = 0; k < size; k++) {
            sum += Math.exp(input.real(along(input, at, axis, k)) - max);
          }
          return Math.exp(input.real(i) - max) / sum;
        });
  }

  private static int along(Tensor input, int[] at, int axis, int k) {
    int[] moved = at.clone();
    moved[axis] = k;
    return Places.index(input.shape(), moved);
  }
}
