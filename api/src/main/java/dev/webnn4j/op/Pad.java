package dev.webnn4j.op;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The input with elements added before and behind it along each axis. A scalar has no axis and is
 * refused, as the tests of the specification want; its text allows it since late 2025.
 */
public final class Pad {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);

  /** How many elements are added before the first, for each axis. */
  public static final Attribute<List<Long>> BEGINNING_PADDING =
      Attribute.argument("beginningPadding", new AttributeType.UnsignedLongs(true));

  /** How many are added behind the last. */
  public static final Attribute<List<Long>> ENDING_PADDING =
      Attribute.argument("endingPadding", new AttributeType.UnsignedLongs(true));

  public static final Attribute<MLPaddingMode> MODE =
      Attribute.choice("mode", "MLPaddingMode", MLPaddingMode.CONSTANT);

  /** What a constant padding holds, cast to the data type of the input. */
  public static final Attribute<MLNumber> VALUE =
      Attribute.option("value", new AttributeType.Numeric(), MLNumber.of(0));

  public static final Operator OPERATOR =
      Operator.named("pad")
          .operands(INPUT)
          .attributes(BEGINNING_PADDING, ENDING_PADDING, MODE, VALUE)
          .infers(Pad::infer);

  private Pad() {}

  private static MLOperandDescriptor infer(Call call) {
    Shape shape = call.shape(INPUT);
    int[] begin = call.getInts(BEGINNING_PADDING, shape.rank(), 0);
    int[] end = call.getInts(ENDING_PADDING, shape.rank(), 0);
    List<Long> dims = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      checkMirror(call, axis, Math.max(begin[axis], end[axis]));
      dims.add((long) begin[axis] + shape.dim(axis) + end[axis]);
    }
    return call.type(INPUT).withShape(Shape.of(dims));
  }

  /** A mirror shows no more than what stands before it. */
  private static void checkMirror(Call call, int axis, int padding) {
    int size = call.shape(INPUT).dim(axis);
    MLPaddingMode mode = call.get(MODE);
    int most =
        switch (mode) {
          case CONSTANT, EDGE -> Integer.MAX_VALUE;
          case REFLECTION -> size - 1;
          case SYMMETRIC -> size;
        };
    call.check(
        padding <= most,
        "a padding of %d is too long for mode %s on axis %d of the input %s; at most %d is allowed",
        padding,
        mode.idlName(),
        axis,
        call.shape(INPUT),
        most);
  }
}
