package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.UINT32;

import dev.webnn4j.Shape;
import java.util.ArrayList;
import java.util.List;

/** What the operators that gather and scatter by index have in common. */
public final class Indices {
  private Indices() {}

  /** The operand with the indices. */
  static OperandSlot slot() {
    return OperandSlot.of("indices", Types.set(INT32, UINT32, INT64));
  }

  /**
   * Where an index points to. Indices are data, and none is invalid: a negative one counts from the
   * end, one that is out of range is clamped to [-size, size - 1].
   *
   * @param size elements of the axis, at least 1
   * @return 0 to size - 1
   */
  public static int place(long index, int size) {
    int clamped = Math.clamp(index, -size, size - 1);
    return clamped < 0 ? clamped + size : clamped;
  }

  /** Checks indices that stand for places along one axis of the input, the others being theirs. */
  static void checkAlongAxis(Call call, int axis, OperandSlot input, OperandSlot indices) {
    Shape shape = call.shape(input);
    Shape picked = call.shape(indices);
    call.check(
        picked.rank() == shape.rank() && picked.with(axis, 1).equals(shape.with(axis, 1)),
        "indices of shape %s and input of shape %s differ in more than axis %d",
        picked,
        shape,
        axis);
  }

  /**
   * The shape of the slices of the input that rows of coordinates pick: the last axis of the
   * indices holds coordinates of as many leading axes of the input.
   */
  static Shape slices(Call call, OperandSlot input, OperandSlot indices) {
    Shape shape = call.shape(input);
    Shape rows = call.shape(indices);
    int depth = rows.dim(-1);
    call.check(
        depth <= shape.rank(),
        "indices of shape %s have %d coordinates each; the input %s has %d axes",
        rows,
        depth,
        shape,
        shape.rank());
    List<Long> dims = new ArrayList<>(rows.toList().subList(0, rows.rank() - 1));
    dims.addAll(shape.toList().subList(depth, shape.rank()));
    return Shape.of(dims);
  }
}
