package dev.webnn4j.backend.java.pass;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Transpose;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The axes of a tensor in another order.
 *
 * @param axes for each axis of the result, the axis of the operand
 */
record Permutation(List<Integer> axes) {
  /** From [N, C, H, W] to [N, H, W, C]. */
  static final Permutation TO_CHANNELS_LAST = new Permutation(List.of(0, 2, 3, 1));

  static final Permutation TO_CHANNELS_FIRST = TO_CHANNELS_LAST.inverse();

  /** What a {@link Transpose} does. */
  static Permutation of(Node transpose) {
    return new Permutation(Arrays.stream(Transpose.permutation(transpose.call())).boxed().toList());
  }

  Permutation inverse() {
    return new Permutation(IntStream.range(0, axes.size()).map(axes::indexOf).boxed().toList());
  }

  /** Where an axis of the operand stands in the result. */
  long place(long axis) {
    return axes.indexOf((int) axis);
  }

  /** What belongs to the axes of the operand, in the order of the result's. */
  <T> List<T> apply(List<T> ofAxes) {
    return axes.stream().map(ofAxes::get).toList();
  }

  /** The same axes of an operand that was permuted before. */
  Permutation after(Permutation before) {
    return new Permutation(axes.stream().map(axis -> (int) before.place(axis)).toList());
  }

  /** Whether an operand of this shape is its own permutation. */
  boolean changesNothing(Shape shape) {
    return keepsOrder(shape) && apply(shape.toList()).equals(shape.toList());
  }

  /** Whether the elements of an operand keep their order: no axis longer than 1 passes another. */
  boolean keepsOrder(Shape shape) {
    Stream<Integer> longer = axes.stream().filter(axis -> shape.dim(axis) > 1);
    List<Integer> order = longer.toList();
    return order.equals(order.stream().sorted().toList());
  }

  /** The value with its axes in this order; nothing is moved that lies there already. */
  Value emit(GraphRewriter rewriter, Value value, String label) {
    if (changesNothing(value.shape())) {
      return value;
    }
    boolean still = keepsOrder(value.shape());
    Attributes attributes =
        still
            ? Attributes.of(Reshape.NEW_SHAPE, apply(value.shape().toList()))
            : Attributes.of(Transpose.PERMUTATION, axes.stream().map(Integer::longValue).toList());
    return rewriter
        .emit(
            still ? Reshape.OPERATOR : Transpose.OPERATOR,
            Operands.of(still ? Reshape.INPUT : Transpose.INPUT, value),
            attributes,
            label)
        .getFirst();
  }
}
