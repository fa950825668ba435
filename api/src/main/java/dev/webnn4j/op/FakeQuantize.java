package dev.webnn4j.op;

import dev.webnn4j.MLAutoBroadcast;
import dev.webnn4j.MLOperandDescriptor;

/**
 * Rounds to evenly spaced levels, as a quantised network would: an extension, with the meaning of
 * OpenVINO's <a
 * href="https://docs.openvino.ai/2025/documentation/openvino-ir-format/operation-sets/operation-specs/quantization/fake-quantize-1.html">
 * FakeQuantize-1</a>. For each element, with the limits broadcast to the input:
 *
 * <pre>
 * x &lt;= min(inputLow, inputHigh) : outputLow
 * x &gt;  max(inputLow, inputHigh) : outputHigh
 * else : roundEven((x - inputLow) / (inputHigh - inputLow) * (levels - 1))
 *          / (levels - 1) * (outputHigh - outputLow) + outputLow
 * </pre>
 */
public final class FakeQuantize {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS);
  public static final OperandSlot INPUT_LOW = limit("inputLow");
  public static final OperandSlot INPUT_HIGH = limit("inputHigh");
  public static final OperandSlot OUTPUT_LOW = limit("outputLow");
  public static final OperandSlot OUTPUT_HIGH = limit("outputHigh");

  /** How many values the result can take, at least 2. */
  public static final Attribute<Long> LEVELS =
      Attribute.option("levels", new AttributeType.UnsignedLong(true)).required();

  public static final Attribute<MLAutoBroadcast> AUTO_BROADCAST =
      Attribute.choice("autoBroadcast", "MLAutoBroadcast", MLAutoBroadcast.NUMPY);

  public static final Operator OPERATOR =
      Operator.named("fakeQuantize")
          .operands(INPUT, INPUT_LOW, INPUT_HIGH, OUTPUT_LOW, OUTPUT_HIGH)
          .attributes(LEVELS, AUTO_BROADCAST)
          .extension()
          .infers(FakeQuantize::infer);

  private FakeQuantize() {}

  private static OperandSlot limit(String name) {
    return OperandSlot.of(name, Types.FLOATS).sameTypeAs(INPUT);
  }

  private static MLOperandDescriptor infer(Call call) {
    call.check(call.get(LEVELS) >= 2, "levels %d must be at least 2", call.get(LEVELS));
    MLOperandDescriptor input = call.type(INPUT);
    boolean numpy = call.get(AUTO_BROADCAST) == MLAutoBroadcast.NUMPY;
    for (OperandSlot slot : call.operator().operands()) {
      call.check(
          numpy
              ? Broadcasting.unidirectional(call.shape(slot), input.shape())
              : call.shape(slot).equals(input.shape()),
          "%s has shape %s, which cannot be broadcast to the input's %s%s",
          slot.name(),
          call.shape(slot),
          input.shape(),
          numpy ? "" : " (autoBroadcast is none)");
    }
    return input;
  }
}
