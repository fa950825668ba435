package dev.webnn4j.op;

/** Each element with those before it along an axis added; integers wrap. */
public final class CumulativeSum {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.SUMMABLE).minRank(1);

  /** Unlike other axes, the specification lets JavaScript wrap this one. */
  public static final Attribute<Long> AXIS =
      Attribute.argument("axis", new AttributeType.UnsignedLong(false));

  /** Whether an element's sum is of those before it alone. */
  public static final Attribute<Boolean> EXCLUSIVE = Attribute.flag("exclusive", false);

  /** Whether those behind an element are added, and not those before it. */
  public static final Attribute<Boolean> REVERSED = Attribute.flag("reversed", false);

  public static final Operator OPERATOR =
      Operator.named("cumulativeSum")
          .operands(INPUT)
          .attributes(AXIS, EXCLUSIVE, REVERSED)
          .infers(
              call -> {
                call.axis(AXIS, call.shape(INPUT).rank());
                return call.type(INPUT);
              });

  private CumulativeSum() {}
}
