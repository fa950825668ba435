package dev.webnn4j.op;

/** Takes one element for each index: its place is the index's own, but for one axis. */
public final class GatherElements {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);
  public static final OperandSlot INDICES = Indices.slot().minRank(1);
  public static final Attribute<Long> AXIS = Attribute.uint("axis", 0);

  public static final Operator OPERATOR =
      Operator.named("gatherElements")
          .operands(INPUT, INDICES)
          .attributes(AXIS)
          .infers(
              call -> {
                int axis = call.axis(AXIS, call.shape(INPUT).rank());
                Indices.checkAlongAxis(call, axis, INPUT, INDICES);
                return call.type(INPUT).withShape(call.shape(INDICES));
              });

  private GatherElements() {}
}
