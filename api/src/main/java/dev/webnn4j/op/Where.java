package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;

/**
 * {@code condition != 0 ? trueValue : falseValue}, all three broadcast to each other. An element is
 * moved, not computed with: infinities and NaN of what was not chosen leave no trace.
 */
public final class Where {
  public static final OperandSlot CONDITION = OperandSlot.of("condition", Types.LOGICAL);
  public static final OperandSlot TRUE_VALUE = OperandSlot.of("trueValue", Types.ANY);
  public static final OperandSlot FALSE_VALUE =
      OperandSlot.of("falseValue", Types.ANY).sameTypeAs(TRUE_VALUE);

  public static final Operator OPERATOR =
      Operator.named("where")
          .operands(CONDITION, TRUE_VALUE, FALSE_VALUE)
          .outputs(OperandSlot.of("output", Types.ANY).sameTypeAs(TRUE_VALUE))
          .infers(Where::infer);

  private Where() {}

  private static MLOperandDescriptor infer(Call call) {
    MLOperandDescriptor values = Broadcasting.infer(call, TRUE_VALUE, FALSE_VALUE);
    Shape shape =
        Broadcasting.bidirectional(call.shape(CONDITION), values.shape())
            .orElseThrow(
                () ->
                    call.error(
                        "the shape %s of condition and %s of the values cannot be broadcast to"
                            + " each other",
                        call.shape(CONDITION), values.shape()));
    return values.withShape(shape);
  }
}
