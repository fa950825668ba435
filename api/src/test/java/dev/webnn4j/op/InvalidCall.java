package dev.webnn4j.op;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDescriptor;
import org.junit.jupiter.api.DynamicTest;

/**
 * A call that breaks one rule.
 *
 * @param message what the error must say, behind the operator's name and the call's label
 */
record InvalidCall(
    Operator operator,
    Operands<MLOperandDescriptor> operands,
    Attributes attributes,
    String message) {
  private static final String LABEL = "my node";

  DynamicTest test() {
    return DynamicTest.dynamicTest(operator.name() + ": " + message, this::check);
  }

  private void check() {
    Call call = new Call(operator, operands, attributes, LABEL);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> operator.infer(call));
    String text = error.getMessage();
    assertTrue(text.startsWith(operator.name() + " [" + LABEL + "]: "), text);
    assertTrue(text.contains(message), text);
  }
}
