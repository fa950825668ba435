package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;

/** The floats that integers stand for: {@code (input - zeroPoint) * scale}, rounded once. */
public final class DequantizeLinear {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.QUANTIZED);
  public static final OperandSlot SCALE = OperandSlot.of("scale", Types.FLOATS);
  public static final OperandSlot ZERO_POINT =
      OperandSlot.of("zeroPoint", Types.QUANTIZED).sameTypeAs(INPUT);

  public static final Operator OPERATOR =
      Operator.named("dequantizeLinear")
          .operands(INPUT, SCALE, ZERO_POINT)
          .outputs(OperandSlot.of("output", Types.FLOATS).sameTypeAs(SCALE))
          .infers(
              call -> {
                blocks(call);
                return new MLOperandDescriptor(call.dataType(SCALE), call.shape(INPUT));
              });

  private DequantizeLinear() {}

  /** Checks a call and gives how scale and zero point repeat. */
  public static Blocks blocks(Call call) {
    return Blocks.of(call, INPUT, SCALE, ZERO_POINT);
  }
}
