package dev.webnn4j.op;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;

/**
 * {@code (x - mean) / sqrt(variance + epsilon) * scale + bias}, where mean and variance are those
 * of one channel of one image, and scale and bias are one value for each channel.
 */
public final class InstanceNormalization {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).rank(4);
  public static final OperandSlot SCALE = perChannel("scale");
  public static final OperandSlot BIAS = perChannel("bias");

  public static final Attribute<Double> EPSILON = Attribute.number("epsilon", 1e-5);
  public static final Attribute<MLInputOperandLayout> LAYOUT =
      Attribute.choice("layout", "MLInputOperandLayout", MLInputOperandLayout.NCHW);

  public static final Operator OPERATOR =
      Operator.named("instanceNormalization")
          .operands(INPUT, SCALE, BIAS)
          .attributes(EPSILON, LAYOUT)
          .infers(InstanceNormalization::infer);

  private InstanceNormalization() {}

  private static OperandSlot perChannel(String name) {
    return OperandSlot.of(name, Types.FLOATS).rank(1).sameTypeAs(INPUT).optional();
  }

  /** The two axes over which mean and variance are taken. */
  public static int[] axes(Call call) {
    MLInputOperandLayout layout = call.get(LAYOUT);
    return new int[] {ImageLayout.heightAxis(layout), ImageLayout.widthAxis(layout)};
  }

  private static MLOperandDescriptor infer(Call call) {
    int channels = call.shape(INPUT).dim(ImageLayout.channelAxis(call.get(LAYOUT)));
    for (OperandSlot slot : new OperandSlot[] {SCALE, BIAS}) {
      call.checkShape(slot, Shape.of(channels), "one value a channel");
    }
    return call.type(INPUT);
  }
}
