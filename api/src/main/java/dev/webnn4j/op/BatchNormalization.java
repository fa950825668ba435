package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;

/**
 * {@code (x - mean) / sqrt(variance + epsilon) * scale + bias}, where all but x are one value for
 * each index of an axis.
 */
public final class BatchNormalization {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).minRank(1);
  public static final OperandSlot MEAN = perChannel("mean");
  public static final OperandSlot VARIANCE = perChannel("variance");
  public static final OperandSlot SCALE = perChannel("scale").optional();
  public static final OperandSlot BIAS = perChannel("bias").optional();

  public static final Attribute<Long> AXIS = Attribute.uint("axis", 1);
  public static final Attribute<Double> EPSILON = Attribute.number("epsilon", 1e-5);

  public static final Operator OPERATOR =
      Operator.named("batchNormalization")
          .operands(INPUT, MEAN, VARIANCE, SCALE, BIAS)
          .attributes(AXIS, EPSILON)
          .infers(BatchNormalization::infer);

  private BatchNormalization() {}

  private static OperandSlot perChannel(String name) {
    return OperandSlot.of(name, Types.FLOATS).rank(1).sameTypeAs(INPUT);
  }

  private static MLOperandDescriptor infer(Call call) {
    Shape input = call.shape(INPUT);
    int axis = call.axis(AXIS, input.rank());
    for (OperandSlot slot : new OperandSlot[] {MEAN, VARIANCE, SCALE, BIAS}) {
      call.checkShape(slot, Shape.of(input.dim(axis)), "one value for each index of axis " + axis);
    }
    return call.type(INPUT);
  }
}
