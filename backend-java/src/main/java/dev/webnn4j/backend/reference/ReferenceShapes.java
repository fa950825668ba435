package dev.webnn4j.backend.reference;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Expand;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Reverse;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Split;
import dev.webnn4j.op.Tile;
import dev.webnn4j.op.Transpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What moves elements without changing them. */
final class ReferenceShapes {
  private ReferenceShapes() {}

  static Map<Operator, ReferenceOperation> functions() {
    return Map.of(
        Concat.OPERATOR, (ReferenceFunction) ReferenceShapes::concat,
        Expand.OPERATOR, (ReferenceFunction) ReferenceShapes::expand,
        Reshape.OPERATOR, (ReferenceFunction) ReferenceShapes::reshape,
        Reverse.OPERATOR, (ReferenceFunction) ReferenceShapes::reverse,
        Slice.OPERATOR, (ReferenceFunction) ReferenceShapes::slice,
        Split.OPERATOR, ReferenceShapes::split,
        Tile.OPERATOR, (ReferenceFunction) ReferenceShapes::tile,
        Transpose.OPERATOR, (ReferenceFunction) ReferenceShapes::transpose);
  }

  /** Elements of the input by their coordinates, found from those in the result. */
  private static Tensor moved(ReferenceCall call, Tensor input, UnaryOperator<int[]> from) {
    Shape result = call.resultType().shape();
    return input.pick(
        call.resultType(),
        i -> Places.index(input.shape(), from.apply(Places.coordinates(result, i))));
  }

  private static Tensor reshape(ReferenceCall call) {
    return call.tensor(Reshape.INPUT).pick(call.resultType(), i -> i);
  }

  private static Tensor expand(ReferenceCall call) {
    Tensor input = call.tensor(Expand.INPUT);
    Shape result = call.resultType().shape();
    return input.pick(call.resultType(), i -> Places.broadcast(input.shape(), result, i));
  }

  private static Tensor tile(ReferenceCall call) {
    Tensor input = call.tensor(Tile.INPUT);
    return moved(
        call,
        input,
        at -> {
          for (int axis = 0; axis < at.length; axis++) {
            at[axis] %= input.shape().dim(axis);
          }
          return at;
        });
  }

  private static Tensor reverse(ReferenceCall call) {
    Tensor input = call.tensor(Reverse.INPUT);
    int[] axes = Reverse.axes(call.node().call());
    return moved(
        call,
        input,
        at -> {
          for (int axis : axes) {
            at[axis] = input.shape().dim(axis) - 1 - at[axis];
          }
          return at;
        });
  }

  private static Tensor slice(ReferenceCall call) {
    List<Long> starts = call.get(Slice.STARTS);
    int[] strides = Slice.strides(call.node().call());
    return moved(
        call,
        call.tensor(Slice.INPUT),
        at -> {
          for (int axis = 0; axis < at.length; axis++) {
            at[axis] = starts.get(axis).intValue() + at[axis] * strides[axis];
          }
          return at;
        });
  }

  private static Tensor transpose(ReferenceCall call) {
    int[] permutation = Transpose.permutation(call.node().call());
    return moved(
        call,
        call.tensor(Transpose.INPUT),
        to -> {
          int[] from = new int[to.length];
          for (int axis = 0; axis < to.length; axis++) {
            from[permutation[axis]] = to[axis];
          }
          return from;
        });
  }

  private static List<Tensor> split(ReferenceCall call) {
    Tensor input = call.tensor(Split.INPUT);
    int axis = call.node().call().axis(Split.AXIS, input.shape().rank());
    List<Tensor> pieces = new ArrayList<>();
    int begin = 0;
    for (Value result : call.node().results()) {
      int before = begin;
      pieces.add(
          input.pick(
              result.type(),
              i -> {
                int[] at = Places.coordinates(result.shape(), i);
                at[axis] += before;
                return Places.index(input.shape(), at);
              }));
      begin += result.shape().dim(axis);
    }
    return pieces;
  }

  private static Tensor concat(ReferenceCall call) {
    List<Tensor> inputs = call.all(Concat.INPUTS);
    int axis = call.node().call().axis(Concat.AXIS, inputs.getFirst().shape().rank());
    return Tensor.collect(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(call.resultType().shape(), i);
          int input = 0;
          while (at[axis] >= inputs.get(input).shape().dim(axis)) {
            at[axis] -= inputs.get(input).shape().dim(axis);
            input++;
          }
          Tensor tensor = inputs.get(input);
          return new Tensor.Element(tensor, Places.index(tensor.shape(), at));
        });
  }
}
