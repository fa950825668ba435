package dev.webnn4j.op;

/** {@code exp(x) / sum(exp(x))} along an axis. */
public final class Softmax {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).minRank(1);
  public static final Attribute<Long> AXIS = Attribute.axisArgument();

  public static final Operator OPERATOR =
      Operator.named("softmax")
          .operands(INPUT)
          .attributes(AXIS)
          .infers(
              call -> {
                call.axis(AXIS, call.shape(INPUT).rank());
                return call.type(INPUT);
              });

  private Softmax() {}
}
