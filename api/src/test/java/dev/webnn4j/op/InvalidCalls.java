package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import org.junit.jupiter.api.DynamicTest;

/** Short forms for tests of what {@link InvalidCall} says. */
final class InvalidCalls {
  private InvalidCalls() {}

  static MLOperandDescriptor floats(int... shape) {
    return MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
  }

  static Operands<MLOperandDescriptor> operands(OperandSlot slot, int... shape) {
    return Operands.of(slot, floats(shape));
  }

  static <T> Attributes with(Attribute<T> attribute, T value) {
    return Attributes.of(attribute, value);
  }

  static DynamicTest invalid(
      String message, Operator operator, Operands<MLOperandDescriptor> operands) {
    return invalid(message, operator, operands, Attributes.NONE);
  }

  static DynamicTest invalid(
      String message,
      Operator operator,
      Operands<MLOperandDescriptor> operands,
      Attributes attributes) {
    return new InvalidCall(operator, operands, attributes, message).test();
  }
}
