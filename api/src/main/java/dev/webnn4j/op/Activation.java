package dev.webnn4j.op;

import java.util.Optional;

/** Activations with the parameters alpha and beta. */
public enum Activation {
  ELU(1),
  HARD_SIGMOID(0.2, 0.5),
  LEAKY_RELU(0.01),
  LINEAR(1, 0);

  public static final OperandSlot INPUT = Slots.INPUT;

  private final Attribute<Double> alpha;
  private final Optional<Attribute<Double>> beta;
  private final Operator operator;

  Activation(double alpha) {
    this.alpha = Attribute.number("alpha", alpha);
    this.beta = Optional.empty();
    this.operator = declare().attributes(this.alpha).infers(call -> call.type(Slots.INPUT));
  }

  Activation(double alpha, double beta) {
    Attribute<Double> second = Attribute.number("beta", beta);
    this.alpha = Attribute.number("alpha", alpha);
    this.beta = Optional.of(second);
    this.operator = declare().attributes(this.alpha, second).infers(call -> call.type(Slots.INPUT));
  }

  private Operator.Builder declare() {
    return Operator.named(Families.camelCase(this)).operands(Slots.INPUT);
  }

  public Operator operator() {
    return operator;
  }

  public Attribute<Double> alpha() {
    return alpha;
  }

  /** The second parameter, of those activations that have two. */
  public Optional<Attribute<Double>> beta() {
    return beta;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<Activation> of(Operator operator) {
    return Families.member(values(), Activation::operator, operator);
  }

  /** In a class of its own, since an enumeration makes its constants before its other statics. */
  private static final class Slots {
    static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS);
  }
}
