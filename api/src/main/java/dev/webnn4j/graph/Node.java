package dev.webnn4j.graph;

import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.List;
import java.util.Optional;

/** One operation of a graph. */
public record Node(
    Operator operator,
    Operands<Value> operands,
    Attributes attributes,
    List<Value> results,
    String label) {
  public Node {
    operands = operands.inOrderOf(operator);
    results = List.copyOf(results);
  }

  public Value operand(OperandSlot slot) {
    return operands.get(slot);
  }

  public Optional<Value> findOperand(OperandSlot slot) {
    return operands.find(slot);
  }

  /**
   * Where a slot's operand stands in {@code operands().flat()}; -1 if the slot is empty. Slots
   * stand in the order of the operator's declaration.
   */
  public int indexOf(OperandSlot slot) {
    int index = 0;
    for (OperandSlot filled : operands.slots()) {
      if (filled.equals(slot)) {
        return index;
      }
      index += operands.all(filled).size();
    }
    return -1;
  }

  public <T> T get(Attribute<T> attribute) {
    return attributes.get(attribute);
  }

  /** The same operation under another label. */
  public Node withLabel(String newLabel) {
    return new Node(operator, operands, attributes, results, newLabel);
  }

  /** The result of an operator that has one. */
  public Value result() {
    return results.getFirst();
  }

  /** The node as its operator's rules see it. */
  public Call call() {
    return new Call(operator, operands.map(Value::type), attributes, label);
  }

  @Override
  public String toString() {
    String settings = attributes.toString();
    return results
        + " = "
        + operator.name()
        + operands.flat()
        + (settings.isEmpty() ? "" : " {" + settings + "}")
        + (label.isEmpty() ? "" : " \"" + label + "\"");
  }
}
