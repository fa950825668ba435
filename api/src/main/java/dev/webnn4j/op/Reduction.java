package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One element made of all those along some axes. Without axes each element is one by itself, and
 * the function is applied to it; integers wrap.
 */
public enum Reduction {
  /** The sum of the magnitudes. */
  REDUCE_L1(Types.SUMMABLE),
  /** The root of the sum of the squares. */
  REDUCE_L2(Types.FLOATS),
  /** The logarithm of the sum. */
  REDUCE_LOG_SUM(Types.FLOATS),
  /** The logarithm of the sum of the exponentials, computed so that no exponential overflows. */
  REDUCE_LOG_SUM_EXP(Types.FLOATS),
  /** The greatest; NaN if one is. */
  REDUCE_MAX(Types.ANY),
  REDUCE_MEAN(Types.FLOATS),
  /** The least; NaN if one is. */
  REDUCE_MIN(Types.ANY),
  REDUCE_PRODUCT(Types.SUMMABLE),
  REDUCE_SUM(Types.SUMMABLE),
  REDUCE_SUM_SQUARE(Types.SUMMABLE);

  /** The axes that disappear; absent means all. */
  public static final Attribute<List<Long>> AXES = Declared.AXES;

  /** Whether the axes remain, with the size 1. */
  public static final Attribute<Boolean> KEEP_DIMENSIONS = Declared.KEEP_DIMENSIONS;

  private final OperandSlot input;
  private final Operator operator;

  Reduction(Set<MLOperandDataType> types) {
    input = OperandSlot.of("input", types);
    operator =
        Operator.named(Families.camelCase(this))
            .operands(input)
            .attributes(Declared.AXES, Declared.KEEP_DIMENSIONS)
            .infers(this::infer);
  }

  public Operator operator() {
    return operator;
  }

  public OperandSlot input() {
    return input;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<Reduction> of(Operator operator) {
    return Families.member(values(), Reduction::operator, operator);
  }

  /** Checks the axes of a call and gives them, in the caller's order. */
  public int[] axes(Call call) {
    int rank = call.shape(input).rank();
    return call.find(AXES)
        .map(axes -> call.axes(axes, rank))
        .orElseGet(() -> IntStream.range(0, rank).toArray());
  }

  private MLOperandDescriptor infer(Call call) {
    int[] axes = axes(call);
    Shape shape = call.shape(input);
    boolean keep = call.get(KEEP_DIMENSIONS);
    return call.type(input).withShape(keep ? kept(shape, axes) : dropped(shape, axes));
  }

  private static Shape kept(Shape shape, int[] axes) {
    Shape reduced = shape;
    for (int axis : axes) {
      reduced = reduced.with(axis, 1);
    }
    return reduced;
  }

  private static Shape dropped(Shape shape, int[] axes) {
    return Shape.of(
        IntStream.range(0, shape.rank())
            .filter(i -> IntStream.of(axes).noneMatch(axis -> axis == i))
            .map(shape::dim)
            .toArray());
  }

  /** In a class of its own, since an enumeration makes its constants before its other statics. */
  private static final class Declared {
    static final Attribute<List<Long>> AXES = Attribute.optionalUints("axes");
    static final Attribute<Boolean> KEEP_DIMENSIONS = Attribute.flag("keepDimensions", false);
  }
}
