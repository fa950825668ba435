package dev.webnn4j.op;

import dev.webnn4j.Shape;
import java.util.List;

/** The same elements in the same order under another shape. */
public final class Reshape {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);
  public static final Attribute<List<Long>> NEW_SHAPE =
      Attribute.argument("newShape", new AttributeType.UnsignedLongs(true));

  public static final Operator OPERATOR =
      Operator.named("reshape")
          .operands(INPUT)
          .attributes(NEW_SHAPE)
          .infers(
              call -> {
                Shape shape = Shape.of(call.get(NEW_SHAPE));
                call.check(
                    shape.elementCount() == call.shape(INPUT).elementCount(),
                    "newShape %s has %d elements; the input %s has %d",
                    shape,
                    shape.elementCount(),
                    call.shape(INPUT),
                    call.shape(INPUT).elementCount());
                return call.type(INPUT).withShape(shape);
              });

  private Reshape() {}
}
