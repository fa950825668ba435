package dev.webnn4j.backend.reference;

import dev.webnn4j.Shape;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Transpose;
import java.util.List;
import java.util.Map;

/** What moves elements without changing them. */
final class ReferenceShapes {
  private ReferenceShapes() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(
        Concat.OPERATOR,
        ReferenceShapes::concat,
        Reshape.OPERATOR,
        call -> call.tensor(Reshape.INPUT).pick(call.resultType(), i -> i),
        Transpose.OPERATOR,
        ReferenceShapes::transpose);
  }

  private static Tensor transpose(ReferenceCall call) {
    Tensor input = call.tensor(Transpose.INPUT);
    int[] permutation = Transpose.permutation(call.node().call());
    Shape result = call.resultType().shape();
    return input.pick(
        call.resultType(),
        i -> {
          int[] to = Places.coordinates(result, i);
          int[] from = new int[to.length];
          for (int axis = 0; axis < to.length; axis++) {
            from[permutation[axis]] = to[axis];
          }
          return Places.index(input.shape(), from);
        });
  }

  private static Tensor concat(ReferenceCall call) {
    List<Tensor> inputs = call.all(Concat.INPUTS);
    Tensor first = inputs.getFirst();
    int axis = call.node().call().axis(Concat.AXIS, first.shape().rank());
    return first.isFloat()
        ? Tensor.ofReals(
            call.resultType(),
            i -> {
              Source source = source(call, inputs, axis, i);
              return source.input.real(source.index);
            })
        : Tensor.ofIntegers(
            call.resultType(),
            i -> {
              Source source = source(call, inputs, axis, i);
              return source.input.integer(source.index);
            });
  }

  private record Source(Tensor input, int index) {}

  private static Source source(ReferenceCall call, List<Tensor> inputs, int axis, int index) {
    int[] at = Places.coordinates(call.resultType().shape(), index);
    int input = 0;
    while (at[axis] >= inputs.get(input).shape().dim(axis)) {
      at[axis] -= inputs.get(input).shape().dim(axis);
      input++;
    }
    Tensor tensor = inputs.get(input);
    return new Source(tensor, Places.index(tensor.shape(), at));
  }
}
