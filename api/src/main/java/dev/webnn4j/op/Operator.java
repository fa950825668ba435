package dev.webnn4j.op;

import dev.webnn4j.Limits;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything that is known about an operator, declared once: what the JavaScript methods, the
 * support limits, files and the documentation are derived from.
 */
public final class Operator {
  /** The rule from a call that fits the slots to the types of the results. */
  @FunctionalInterface
  public interface OutputRule {
    /**
     * @throws IllegalArgumentException through {@link Call#check} if the call is invalid
     */
    List<MLOperandDescriptor> infer(Call call);
  }

  private final String name;
  private final List<OperandSlot> operands;
  private final List<Attribute<?>> attributes;
  private final List<OperandSlot> outputs;
  private final OutputRule rule;
  private final boolean extension;

  private Operator(Builder builder) {
    name = builder.name;
    operands = List.copyOf(builder.operands);
    attributes = List.copyOf(builder.attributes);
    outputs = List.copyOf(builder.outputs);
    rule = Objects.requireNonNull(builder.rule, "an operator needs an output rule");
    extension = builder.extension;
  }

  public static Builder named(String name) {
    return new Builder(name);
  }

  public String name() {
    return name;
  }

  /** The operand slots in the order of the method's parameters; optional ones last. */
  public List<OperandSlot> operands() {
    return operands;
  }

  /** The attributes: arguments in the order of the method's parameters, then the options. */
  public List<Attribute<?>> attributes() {
    return attributes;
  }

  /** The results; one slot may stand for several tensors of one kind. */
  public List<OperandSlot> outputs() {
    return outputs;
  }

  /** Whether this is one of our own operators, which the specification does not have. */
  public boolean isExtension() {
    return extension;
  }

  public Optional<OperandSlot> findOperand(String slotName) {
    return operands.stream().filter(slot -> slot.name().equals(slotName)).findFirst();
  }

  public Optional<Attribute<?>> findAttribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }

  /**
   * The names of the options dictionary in the order in which Web IDL reads them: the parent
   * dictionary's {@code label}, then attributes and optional operands by name.
   */
  public List<String> optionNames() {
    var names = new TreeSet<String>();
    operands.stream().filter(OperandSlot::isOptional).forEach(slot -> names.add(slot.name()));
    attributes.stream().filter(a -> !a.isArgument()).forEach(a -> names.add(a.name()));
    var ordered = new ArrayList<String>();
    ordered.add("label");
    ordered.addAll(names);
    return ordered;
  }

  /**
   * Checks a call and gives the types of its results: the one validator of the builder, of files
   * and of the compiler's passes.
   *
   * @throws IllegalArgumentException if the call is invalid; the message names operator, label,
   *     operand, what was given and what is allowed
   */
  public List<MLOperandDescriptor> infer(Call call) {
    for (OperandSlot slot : operands) {
      checkSlot(call, slot);
    }
    for (Attribute<?> attribute : attributes) {
      call.check(
          !attribute.isRequired() || call.attributes().has(attribute),
          "%s is required",
          attribute.name());
    }
    List<MLOperandDescriptor> results;
    try {
      results = rule.infer(call);
      results.forEach(result -> Limits.check("the result", result));
    } catch (ArithmeticException overflow) {
      throw call.error("the result would be larger than 2147483647 bytes");
    } catch (IllegalArgumentException invalid) {
      // Shapes and limits know nothing of the call that made them.
      String message = Objects.requireNonNullElse(invalid.getMessage(), "invalid argument");
      if (message.startsWith(call.prefix())) {
        throw invalid;
      }
      throw new IllegalArgumentException(call.prefix() + message, invalid);
    }
    return results;
  }

  private static void checkSlot(Call call, OperandSlot slot) {
    List<MLOperandDescriptor> given = call.operands().all(slot);
    if (slot.kind() == OperandSlot.Kind.VARIADIC) {
      call.check(
          !given.isEmpty() && given.size() <= Limits.MAX_TENSOR_COUNT,
          "%s must be 1 to %d operands, not %d",
          slot.name(),
          Limits.MAX_TENSOR_COUNT,
          given.size());
    } else {
      call.check(slot.isOptional() || !given.isEmpty(), "%s is required", slot.name());
    }
    for (MLOperandDescriptor type : given) {
      call.check(
          slot.types().contains(type.dataType()),
          "%s has data type %s; allowed: %s",
          slot.name(),
          type.dataType(),
          slot.types());
      call.check(
          type.rank() >= slot.minRank() && type.rank() <= slot.maxRank(),
          "%s has rank %d; allowed: %s",
          slot.name(),
          type.rank(),
          slot.minRank() == slot.maxRank()
              ? slot.minRank()
              : slot.minRank() + " to " + slot.maxRank());
      MLOperandDataType expected = expectedType(call, slot).orElse(type.dataType());
      call.check(
          type.dataType() == expected,
          "%s has data type %s; it must be %s, that of %s",
          slot.name(),
          type.dataType(),
          expected,
          slot.sameTypeAs().orElse(slot.name()));
    }
  }

  private static Optional<MLOperandDataType> expectedType(Call call, OperandSlot slot) {
    if (slot.kind() == OperandSlot.Kind.VARIADIC) {
      return Optional.of(call.operands().all(slot).getFirst().dataType());
    }
    return slot.sameTypeAs().flatMap(call.operator()::findOperand).map(call::dataType);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects a declaration. */
  public static final class Builder {
    private final String name;
    private final List<OperandSlot> operands = new ArrayList<>();
    private final List<Attribute<?>> attributes = new ArrayList<>();
    private final List<OperandSlot> outputs = new ArrayList<>();
    private OutputRule rule;
    private boolean extension;

    private Builder(String name) {
      this.name = name;
    }

    public Builder operands(OperandSlot... slots) {
      operands.addAll(Arrays.asList(slots));
      return this;
    }

    public Builder attributes(Attribute<?>... declared) {
      attributes.addAll(Arrays.asList(declared));
      return this;
    }

    /** What the operator gives; needed where the results are not like the first operand. */
    public Builder outputs(OperandSlot... slots) {
      outputs.addAll(Arrays.asList(slots));
      return this;
    }

    /** Marks an operator that the specification does not have. */
    public Builder extension() {
      extension = true;
      return this;
    }

    /** The rule of an operator with one result. */
    public Operator infers(Function<Call, MLOperandDescriptor> outputType) {
      return infersAll(call -> List.of(outputType.apply(call)));
    }

    /** The rule of an operator with several results. */
    public Operator infersAll(OutputRule outputTypes) {
      rule = outputTypes;
      if (outputs.isEmpty()) {
        OperandSlot first = operands.getFirst();
        outputs.add(
            OperandSlot.of("output", first.types())
                .rank(first.minRank(), first.maxRank())
                .sameTypeAs(first));
      }
      return new Operator(this);
    }
  }
}
