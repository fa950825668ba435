package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDescriptor;
import org.junit.jupiter.api.DynamicTest;

/** A call that breaks a rule, and what must be said about it. */
record InvalidCall(
    Operator operator, Operands<MLOperandDescriptor> operands, Attributes given, String message) {
  private static final String LABEL = "my node";

  static InvalidCall invalid(
      String message, Operator operator, Operands<MLOperandDescriptor> operands) {
    return new InvalidCall(operator, operands, Attributes.NONE, message);
  }

  static InvalidCall invalid(
      String message,
      Operator operator,
      Operands<MLOperandDescriptor> operands,
      Attributes attributes) {
    return new InvalidCall(operator, operands, attributes, message);
  }

  static MLOperandDescriptor floats(int... shape) {
    return MLOperandDescriptor.of(FLOAT32, shape);
  }

  static Operands<MLOperandDescriptor> operands(OperandSlot slot, int... shape) {
    return Operands.of(slot, floats(shape));
  }

  static <T> Attributes with(Attribute<T> attribute, T value) {
    return Attributes.of(attribute, value);
  }

  DynamicTest test() {
    return DynamicTest.dynamicTest(operator.name() + ": " + message, this::check);
  }

  private void check() {
    Call call = new Call(operator, operands, given, LABEL);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> operator.infer(call));
    String text = error.getMessage();
    assertTrue(text.startsWith(operator.name() + " [" + LABEL + "]: "), text);
    assertTrue(text.contains(message), text);
  }
}
