package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;

/**
 * The input with one element replaced for each index: its place is the index's own, but for one
 * axis. Of updates of one element the last in row-major order counts.
 */
public final class ScatterElements {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);
  public static final OperandSlot INDICES = Indices.slot().minRank(1);
  public static final OperandSlot UPDATES =
      OperandSlot.of("updates", Types.ANY).minRank(1).sameTypeAs(INPUT);
  public static final Attribute<Long> AXIS = Attribute.uint("axis", 0);

  public static final Operator OPERATOR =
      Operator.named("scatterElements")
          .operands(INPUT, INDICES, UPDATES)
          .attributes(AXIS)
          .infers(ScatterElements::infer);

  private ScatterElements() {}

  private static MLOperandDescriptor infer(Call call) {
    int axis = call.axis(AXIS, call.shape(INPUT).rank());
    Indices.checkAlongAxis(call, axis, INPUT, INDICES);
    call.check(
        call.shape(UPDATES).equals(call.shape(INDICES)),
        "updates has shape %s; it must be %s, that of indices",
        call.shape(UPDATES),
        call.shape(INDICES));
    return call.type(INPUT);
  }
}
