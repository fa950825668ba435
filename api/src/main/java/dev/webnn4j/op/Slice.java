package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Arrays;
import java.util.List;

/** A window of the input, of which every stride-th element is taken. */
public final class Slice {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);

  /** Where the window begins, for each axis. */
  public static final Attribute<List<Long>> STARTS =
      Attribute.argument("starts", new AttributeType.UnsignedLongs(true));

  /** The elements of the window, for each axis, before strides thin it out. */
  public static final Attribute<List<Long>> SIZES =
      Attribute.argument("sizes", new AttributeType.UnsignedLongs(true));

  /** The distance of what is taken, for each axis; absent means 1 each. */
  public static final Attribute<List<Long>> STRIDES = Attribute.optionalUints("strides");

  public static final Operator OPERATOR =
      Operator.named("slice")
          .operands(INPUT)
          .attributes(STARTS, SIZES, STRIDES)
          .infers(Slice::infer);

  private Slice() {}

  /** The strides of a call. */
  public static int[] strides(Call call) {
    int rank = call.shape(INPUT).rank();
    if (call.find(STRIDES).isPresent()) {
      return call.getInts(STRIDES, rank, 1);
    }
    int[] ones = new int[rank];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static MLOperandDescriptor infer(Call call) {
    Shape shape = call.shape(INPUT);
    int[] starts = call.getInts(STARTS, shape.rank(), 0);
    int[] sizes = call.getInts(SIZES, shape.rank(), 1);
    int[] strides = strides(call);
    int[] dims = new int[shape.rank()];
    for (int axis = 0; axis < dims.length; axis++) {
      call.check(
          (long) starts[axis] + sizes[axis] <= shape.dim(axis),
          "%d elements from %d on reach beyond axis %d of the input %s",
          sizes[axis],
          starts[axis],
          axis,
          shape);
      dims[axis] = Math.ceilDiv(sizes[axis], strides[axis]);
    }
    return call.type(INPUT).withShape(Shape.of(dims));
  }
}
