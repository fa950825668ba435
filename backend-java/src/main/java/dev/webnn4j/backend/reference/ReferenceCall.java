package dev.webnn4j.backend.reference;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import java.util.List;
import java.util.Optional;

/** A node with the tensors it is to work on. */
public record ReferenceCall(Node node, Operands<Tensor> operands) {
  public Tensor tensor(OperandSlot slot) {
    return operands.get(slot);
  }

  public Optional<Tensor> find(OperandSlot slot) {
    return operands.find(slot);
  }

  public List<Tensor> all(OperandSlot slot) {
    return operands.all(slot);
  }

  public <T> T get(Attribute<T> attribute) {
    return node.get(attribute);
  }

  /**
   * A parameter as the data type of the result holds it, which is how the specification uses it.
   */
  public double parameter(Attribute<Double> attribute) {
    return MLNumber.of(get(attribute)).castTo(resultType(0).dataType()).doubleValue();
  }

  /** The type of a result. */
  public MLOperandDescriptor resultType(int index) {
    return node.results().get(index).type();
  }

  /** The type of the result of an operator that has one. */
  public MLOperandDescriptor resultType() {
    return node.result().type();
  }
}
