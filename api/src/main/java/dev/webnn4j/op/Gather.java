package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the slices of the input that indices name along an axis. The axis makes way for those of
 * the indices, so that a scalar index into a vector gives a scalar, though the specification's
 * limits say that the output has at least rank 1.
 */
public final class Gather {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);
  public static final OperandSlot INDICES = Indices.slot();
  public static final Attribute<Long> AXIS = Attribute.uint("axis", 0);

  public static final Operator OPERATOR =
      Operator.named("gather").operands(INPUT, INDICES).attributes(AXIS).infers(Gather::infer);

  private Gather() {}

  private static MLOperandDescriptor infer(Call call) {
    Shape shape = call.shape(INPUT);
    int axis = call.axis(AXIS, shape.rank());
    List<Long> dims = new ArrayList<>(shape.toList().subList(0, axis));
    dims.addAll(call.shape(INDICES).toList());
    dims.addAll(shape.toList().subList(axis + 1, shape.rank()));
    return call.type(INPUT).withShape(Shape.of(dims));
  }
}
