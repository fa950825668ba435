package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;

/**
 * The integers that stand for floats: {@code clamp(roundEven(input / scale) + zeroPoint)} to what
 * the zero point's type holds, computed in double precision. NaN becomes 0, as it does when cast.
 */
public final class QuantizeLinear {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS);
  public static final OperandSlot SCALE = OperandSlot.of("scale", Types.FLOATS).sameTypeAs(INPUT);
  public static final OperandSlot ZERO_POINT = OperandSlot.of("zeroPoint", Types.QUANTIZED);

  public static final Operator OPERATOR =
      Operator.named("quantizeLinear")
          .operands(INPUT, SCALE, ZERO_POINT)
          .outputs(OperandSlot.of("output", Types.QUANTIZED).sameTypeAs(ZERO_POINT))
          .infers(
              call -> {
                blocks(call);
                return new MLOperandDescriptor(call.dataType(ZERO_POINT), call.shape(INPUT));
              });

  private QuantizeLinear() {}

  /** Checks a call and gives how scale and zero point repeat. */
  public static Blocks blocks(Call call) {
    return Blocks.of(call, INPUT, SCALE, ZERO_POINT);
  }
}
