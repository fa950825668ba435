package dev.webnn4j.op;

/**
 * {@code exp(x) / sum(exp(x))} along an axis. Early versions of the specification had only inputs
 * of rank 2 and no axis; for these the axis may still be left out.
 */
public final class Softmax {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).minRank(1);
  public static final Attribute<Long> AXIS =
      Attribute.lenientArgument("axis", new AttributeType.UnsignedLong(true), 1L);

  public static final Operator OPERATOR =
      Operator.named("softmax")
          .operands(INPUT)
          .attributes(AXIS)
          .infers(
              call -> {
                int rank = call.shape(INPUT).rank();
                call.check(
                    rank == 2 || call.attributes().has(AXIS),
                    "axis is required for an input of rank %d",
                    rank);
                call.axis(AXIS, rank);
                return call.type(INPUT);
              });

  private Softmax() {}
}
