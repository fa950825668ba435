package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.reference.ReferenceInterpreter;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One node with its operands and what its result may look like.
 *
 * @param constants whether each operand, in the node's flat order, is known beforehand
 * @param fills what fills each slot
 */
public record OperatorCase(
    Node node,
    Operands<Tensor> operands,
    List<Boolean> constants,
    Operands<Fill> fills,
    Allowance allowance) {

  /**
   * How a kernel's results may differ from the reference.
   *
   * @param alternatives makes operands that a kernel's roundings may seem to have worked on
   *     instead: where a function jumps, being near the jump excuses being on its other side
   */
  public record Allowance(Tolerance tolerance, List<UnaryOperator<Operands<Tensor>>> alternatives) {
    /** Not one bit may differ. */
    public static final Allowance NONE = new Allowance(Tolerance.exact(), List.of());
  }

  /** A node on operands that come from elsewhere, none of them known beforehand. */
  public static OperatorCase of(Node node, Operands<Tensor> operands, Allowance allowance) {
    List<Boolean> constants = operands.flat().stream().map(_ -> false).toList();
    return new OperatorCase(node, operands, constants, Operands.none(), allowance);
  }

  public static Builder of(Operator operator) {
    return new Builder(operator);
  }

  /** What the reference makes of the operands. */
  public List<Tensor> expected() {
    return ReferenceInterpreter.run(node, operands);
  }

  /** What it makes of the alternatives. */
  List<List<Tensor>> alsoAccepted() {
    return allowance.alternatives().stream()
        .map(change -> ReferenceInterpreter.run(node, change.apply(operands)))
        .toList();
  }

  Tolerance tolerance() {
    return allowance.tolerance();
  }

  /** The sums of the magnitudes: the results for operands and parameters without signs. */
  public List<Tensor> magnitudes() {
    Attributes positive = node.attributes();
    for (Attribute<?> attribute : node.operator().attributes()) {
      if (attribute.type() instanceof AttributeType.Float64) {
        @SuppressWarnings("unchecked")
        Attribute<Double> number = (Attribute<Double>) attribute;
        // A bound cuts a sum off, but not what was added to make it.
        boolean bound = number.defaultValue().filter(value -> Double.isInfinite(value)).isPresent();
        positive =
            bound
                ? positive.without(number)
                : positive.with(number, Math.abs(positive.get(number)));
      }
    }
    Node unsigned =
        new Node(node.operator(), node.operands(), positive, node.results(), node.label());
    return ReferenceInterpreter.run(unsigned, operands.map(OperatorCase::magnitude));
  }

  private static Tensor magnitude(Tensor tensor) {
    return tensor.isFloat()
        ? Tensor.unrounded(tensor.type(), i -> Math.abs(tensor.real(i)))
        : tensor;
  }

  @Override
  public String toString() {
    return node + (constants.contains(true) ? " constant: " + constants : "");
  }

  /** Puts a case together. */
  public static final class Builder {
    private final Operator operator;
    private Operands<MLOperandDescriptor> types = Operands.none();
    private Operands<Fill> fills = Operands.none();
    private Attributes attributes = Attributes.NONE;
    private final Set<OperandSlot> constants = new HashSet<>();
    private Tolerance tolerance = Tolerance.exact();
    private final List<UnaryOperator<Operands<Tensor>>> alternatives = new ArrayList<>();

    private Builder(Operator operator) {
      this.operator = operator;
    }

    public Builder operand(OperandSlot slot, MLOperandDescriptor type, Fill fill) {
      return operand(slot, List.of(type), fill);
    }

    public Builder operand(OperandSlot slot, List<MLOperandDescriptor> list, Fill fill) {
      types = types.with(slot, list);
      fills = fills.with(slot, fill);
      return this;
    }

    public <T> Builder with(Attribute<T> attribute, T value) {
      attributes = attributes.with(attribute, value);
      return this;
    }

    public Builder with(Attributes more) {
      attributes = attributes.and(more);
      return this;
    }

    /** Operands that are known beforehand; others are once in a while. */
    public Builder constant(OperandSlot... slots) {
      constants.addAll(List.of(slots));
      return this;
    }

    public Builder tolerance(Tolerance allowed) {
      tolerance = allowed;
      return this;
    }

    public Builder alternative(UnaryOperator<Operands<Tensor>> changed) {
      alternatives.add(changed);
      return this;
    }

    /** The call so far, for tolerances that depend on its geometry. */
    public Call call() {
      return new Call(operator, types, attributes, "");
    }

    public OperatorCase build(Draw draw) {
      List<Value> results =
          operator.infer(call()).stream().map(type -> new Value(type, "result")).toList();
      Operands<Value> values = types.map(type -> new Value(type, "x"));
      Operands<Tensor> tensors = Operands.none();
      for (OperandSlot slot : operator.operands()) {
        if (types.has(slot)) {
          Fill fill = fills.get(slot);
          tensors =
              tensors.with(
                  slot, types.all(slot).stream().map(type -> fill.fill(type, draw)).toList());
        }
      }
      Operands<Tensor> filled = tensors;
      return new OperatorCase(
          new Node(operator, values, attributes, results, ""),
          filled,
          constants(draw),
          fills,
          new Allowance(tolerance, List.copyOf(alternatives)));
    }

    private List<Boolean> constants(Draw draw) {
      List<Boolean> flat = new ArrayList<>();
      for (OperandSlot slot : operator.operands()) {
        types.all(slot).forEach(_ -> flat.add(constants.contains(slot) || draw.oneIn(3)));
      }
      return List.copyOf(flat);
    }
  }
}
