package dev.webnn4j.op;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;

/**
 * {@code min(max(x, minValue), maxValue)}; a bound that is absent or NaN does not bound. An element
 * that is NaN stays so.
 */
public final class Clamp {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);
  public static final Attribute<MLNumber> MIN_VALUE = Attribute.optionalNumber("minValue");
  public static final Attribute<MLNumber> MAX_VALUE = Attribute.optionalNumber("maxValue");

  public static final Operator OPERATOR =
      Operator.named("clamp").operands(INPUT).attributes(MIN_VALUE, MAX_VALUE).infers(Clamp::infer);

  private Clamp() {}

  /** The lower bound as the operand's type holds it; negative infinity if there is none. */
  public static MLNumber min(Attributes attributes, MLOperandDataType type) {
    return bound(attributes, MIN_VALUE, type, Double.NEGATIVE_INFINITY);
  }

  /** The upper bound as the operand's type holds it; infinity if there is none. */
  public static MLNumber max(Attributes attributes, MLOperandDataType type) {
    return bound(attributes, MAX_VALUE, type, Double.POSITIVE_INFINITY);
  }

  private static MLNumber bound(
      Attributes attributes, Attribute<MLNumber> side, MLOperandDataType type, double none) {
    return attributes
        .find(side)
        .map(given -> given.castTo(type))
        .filter(bound -> !Double.isNaN(bound.doubleValue()))
        .orElseGet(() -> MLNumber.of(none).castTo(type));
  }

  private static MLOperandDescriptor infer(Call call) {
    MLOperandDataType type = call.dataType(INPUT);
    MLNumber min = min(call.attributes(), type);
    MLNumber max = max(call.attributes(), type);
    call.check(
        min.compare(max).orElse(0) <= 0, "minValue %s is greater than maxValue %s", min, max);
    return call.type(INPUT);
  }
}
