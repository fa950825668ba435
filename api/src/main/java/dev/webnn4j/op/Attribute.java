package dev.webnn4j.op;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import java.util.List;
import java.util.Optional;

/**
 * A typed attribute of an operator. Its name is unique within the operator.
 *
 * @param placement where callers write it
 * @param defaultValue what an absent option means; empty where absence has a meaning of its own
 * @param formerName what an earlier version of the specification called it; still read
 * @param isExtension whether the specification does not have it
 */
public record Attribute<T>(
    String name,
    AttributeType<T> type,
    Placement placement,
    Optional<T> defaultValue,
    Optional<String> formerName,
    boolean isExtension) {

  /** Where an attribute stands in the operator's method. */
  public enum Placement {
    /** A parameter of the method, after the operands. */
    ARGUMENT,
    /** A member of the options dictionary that must be there. */
    REQUIRED_OPTION,
    /** A member of the options dictionary that may be absent. */
    OPTION
  }

  /** An attribute that is a parameter of the method. */
  public static <T> Attribute<T> argument(String name, AttributeType<T> type) {
    return plain(name, type, Placement.ARGUMENT, Optional.empty());
  }

  /**
   * A parameter that callers may leave out, against the letter of the specification, since earlier
   * versions of it did not have it.
   */
  public static <T> Attribute<T> lenientArgument(
      String name, AttributeType<T> type, T defaultValue) {
    return plain(name, type, Placement.ARGUMENT, Optional.of(defaultValue));
  }

  /** A dictionary member without a default, whose absence the operator gives a meaning. */
  public static <T> Attribute<T> option(String name, AttributeType<T> type) {
    return plain(name, type, Placement.OPTION, Optional.empty());
  }

  /** A dictionary member with a default. */
  public static <T> Attribute<T> option(String name, AttributeType<T> type, T defaultValue) {
    return plain(name, type, Placement.OPTION, Optional.of(defaultValue));
  }

  public static Attribute<Long> uint(String name, long defaultValue) {
    return option(name, new AttributeType.UnsignedLong(true), defaultValue);
  }

  public static Attribute<List<Long>> uints(String name, Long... defaultValue) {
    return option(name, new AttributeType.UnsignedLongs(true), List.of(defaultValue));
  }

  /** A list without a default: absent and empty are different things. */
  public static Attribute<List<Long>> optionalUints(String name) {
    return option(name, new AttributeType.UnsignedLongs(true));
  }

  public static Attribute<Double> number(String name, double defaultValue) {
    return option(name, new AttributeType.Float64(), defaultValue);
  }

  public static Attribute<MLNumber> optionalNumber(String name) {
    return option(name, new AttributeType.Numeric());
  }

  public static Attribute<Boolean> flag(String name, boolean defaultValue) {
    return option(name, new AttributeType.Bool(), defaultValue);
  }

  public static <E extends Enum<E> & IdlEnum> Attribute<E> choice(
      String name, String idlType, E defaultValue) {
    return option(
        name, new AttributeType.Choice<>(defaultValue.getDeclaringClass(), idlType), defaultValue);
  }

  /** A list of choices. */
  public static <E extends Enum<E> & IdlEnum> Attribute<List<E>> choices(
      String name, String idlType, List<E> defaultValue) {
    Class<E> type = defaultValue.getFirst().getDeclaringClass();
    return option(
        name, new AttributeType.Choices<>(new AttributeType.Choice<>(type, idlType)), defaultValue);
  }

  public static Attribute<MLOperandDataType> dataType(String name, MLOperandDataType defaultValue) {
    return option(name, new AttributeType.DataType(), defaultValue);
  }

  /** The parameter {@code axis} of many operators. */
  public static Attribute<Long> axisArgument() {
    return argument("axis", new AttributeType.UnsignedLong(true));
  }

  /** The same attribute as a dictionary member that must be there. */
  public Attribute<T> required() {
    return plain(name, type, Placement.REQUIRED_OPTION, Optional.empty());
  }

  /** The same attribute, also read under the name an earlier specification gave it. */
  public Attribute<T> formerly(String oldName) {
    return new Attribute<>(name, type, placement, defaultValue, Optional.of(oldName), isExtension);
  }

  /** The same attribute, marked as one that the specification does not have. */
  public Attribute<T> extension() {
    return new Attribute<>(name, type, placement, defaultValue, formerName, true);
  }

  private static <T> Attribute<T> plain(
      String name, AttributeType<T> type, Placement placement, Optional<T> defaultValue) {
    return new Attribute<>(name, type, placement, defaultValue, Optional.empty(), false);
  }

  public boolean isArgument() {
    return placement == Placement.ARGUMENT;
  }

  /** Whether a call without this attribute is incomplete. */
  public boolean isRequired() {
    return placement != Placement.OPTION && defaultValue.isEmpty();
  }

  /** Of the name alone, which tells those of an operator apart: it is asked for very often. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
