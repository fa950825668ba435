package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.OperandSlot;
import java.util.Optional;

/**
 * An operand that may be left out, and then is the same number everywhere.
 *
 * @param operand which of the node's operands it is; -1 if it is not there
 * @param numbers where the numbers stand instead
 */
record OptionalParameter(int operand, long numbers) {

  /**
   * @param count how many elements it has, or would have
   */
  static OptionalParameter of(
      Node node, OperandSlot slot, float absent, int count, KernelContext context) {
    Optional<Value> value = node.findOperand(slot);
    if (value.isPresent()) {
      return new OptionalParameter(node.operands().flat().indexOf(value.get()), 0);
    }
    long numbers = context.allocate(4L * count).address();
    Lanes.fill(absent, numbers, count);
    return new OptionalParameter(-1, numbers);
  }

  boolean isPresent() {
    return operand >= 0;
  }

  /** Where an element is. */
  long address(Buffers buffers, long element) {
    return (isPresent() ? buffers.input(operand).address() : numbers) + 4 * element;
  }
}
