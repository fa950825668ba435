package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One call of an operator, seen by its types: what an output rule reads and complains about.
 *
 * @param label the caller's label, empty if none was given; messages carry it in brackets
 */
public record Call(
    Operator operator,
    Operands<MLOperandDescriptor> operands,
    Attributes attributes,
    String label) {

  public MLOperandDescriptor type(OperandSlot slot) {
    return operands.get(slot);
  }

  public MLOperandDataType dataType(OperandSlot slot) {
    return operands.get(slot).dataType();
  }

  public Shape shape(OperandSlot slot) {
    return operands.get(slot).shape();
  }

  public <T> T get(Attribute<T> attribute) {
    return attributes.get(attribute);
  }

  public <T> Optional<T> find(Attribute<T> attribute) {
    return attributes.find(attribute);
  }

  /** An attribute that numbers something in memory, as the int it must fit. */
  public int getInt(Attribute<Long> attribute) {
    return toInt(attribute.name(), get(attribute));
  }

  /** A list attribute as ints. */
  public int[] getInts(Attribute<List<Long>> attribute) {
    return toInts(attribute.name(), get(attribute));
  }

  /** Checks an axis attribute against a rank. */
  public int axis(Attribute<Long> attribute, int rank) {
    long axis = get(attribute);
    check(axis >= 0 && axis < rank, "axis %d is out of range for an input of rank %d", axis, rank);
    return (int) axis;
  }

  /** Checks a list of axes against a rank: each within it, none twice. */
  public int[] axes(List<Long> axes, int rank) {
    for (long axis : axes) {
      check(
          axis >= 0 && axis < rank, "axes %s are out of range for an input of rank %d", axes, rank);
    }
    check(axes.stream().distinct().count() == axes.size(), "axes %s name an axis twice", axes);
    return axes.stream().mapToInt(Long::intValue).toArray();
  }

  /**
   * A list attribute of fixed length as ints.
   *
   * @param min the least value allowed
   */
  public int[] getInts(Attribute<List<Long>> attribute, int length, int min) {
    List<Long> values = get(attribute);
    check(values.size() == length, "%s %s must have %d values", attribute.name(), values, length);
    for (long value : values) {
      check(value >= min, "%s %s must be at least %d each", attribute.name(), values, min);
    }
    return toInts(attribute.name(), values);
  }

  /**
   * Checks that the operand of a slot, if it is there, has this shape.
   *
   * @param meaning what the shape is, for the message
   */
  void checkShape(OperandSlot slot, Shape shape, String meaning) {
    for (MLOperandDescriptor operand : operands.all(slot)) {
      check(
          operand.shape().equals(shape),
          "%s has shape %s; it must be %s, %s",
          slot.name(),
          operand.shape(),
          shape,
          meaning);
    }
  }

  private int[] toInts(String name, List<Long> values) {
    return values.stream().mapToInt(value -> toInt(name, value)).toArray();
  }

  private int toInt(String name, long value) {
    check(value >= 0, "%s %d is less than 0", name, value);
    check(value <= Integer.MAX_VALUE, "%s %d is larger than 2147483647", name, value);
    return (int) value;
  }

  /** Throws {@link #error} unless the condition holds. */
  public void check(boolean condition, String format, Object... args) {
    if (!condition) {
      throw error(format, args);
    }
  }

  /** The exception for an invalid argument, which names operator and label. */
  public IllegalArgumentException error(String format, Object... args) {
    return new IllegalArgumentException(prefix() + String.format(Locale.ROOT, format, args));
  }

  /** How messages about this call begin. */
  public String prefix() {
    return operator.name() + (label.isEmpty() ? "" : " [" + label + "]") + ": ";
  }
}
