package dev.webnn4j.op;

/** {@code x >= 0 ? x : slope * x}, the slope broadcast. */
public final class Prelu {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.SIGNED);
  public static final OperandSlot SLOPE = OperandSlot.of("slope", Types.SIGNED).sameTypeAs(INPUT);

  public static final Operator OPERATOR =
      Operator.named("prelu")
          .operands(INPUT, SLOPE)
          .infers(call -> Broadcasting.infer(call, INPUT, SLOPE));

  private Prelu() {}
}
