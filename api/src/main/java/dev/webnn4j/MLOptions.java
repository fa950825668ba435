package dev.webnn4j;

import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The options of one call: what is set is checked when the call is made.
 *
 * @param <S> the options' own class, so that settings can be chained
 */
public abstract class MLOptions<S extends MLOptions<S>> {
  private Attributes attributes = Attributes.NONE;
  private Operands<MLOperand> operands = Operands.none();
  private String label = "";

  MLOptions() {}

  /** A name for the operation; messages about it carry the label in brackets. */
  public S label(String name) {
    label = Objects.requireNonNull(name, "label");
    return self();
  }

  <T> S set(Attribute<T> attribute, T value) {
    attributes = attributes.with(attribute, value);
    return self();
  }

  S bind(OperandSlot slot, MLOperand operand) {
    operands = operands.with(slot, Objects.requireNonNull(operand, slot.name()));
    return self();
  }

  static List<Long> longs(int... values) {
    return Arrays.stream(values).mapToObj(value -> (long) value).toList();
  }

  Attributes attributes() {
    return attributes;
  }

  Operands<MLOperand> operands() {
    return operands;
  }

  String label() {
    return label;
  }

  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }
}
