package dev.webnn4j.op;

import dev.webnn4j.Shape;
import java.util.List;

/** Repeats what is broadcast, along axes of size 1 and new leading ones. */
public final class Expand {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);
  public static final Attribute<List<Long>> NEW_SHAPE =
      Attribute.argument("newShape", new AttributeType.UnsignedLongs(true));

  public static final Operator OPERATOR =
      Operator.named("expand")
          .operands(INPUT)
          .attributes(NEW_SHAPE)
          .infers(
              call -> {
                Shape shape = Shape.of(call.get(NEW_SHAPE));
                call.check(
                    Broadcasting.unidirectional(call.shape(INPUT), shape),
                    "the input %s cannot be broadcast to newShape %s",
                    call.shape(INPUT),
                    shape);
                return call.type(INPUT).withShape(shape);
              });

  private Expand() {}
}
