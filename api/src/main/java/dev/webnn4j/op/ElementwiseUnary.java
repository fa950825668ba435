package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import java.util.Optional;
import java.util.Set;

/** Element-wise functions of one operand without parameters: mathematics and activations. */
public enum ElementwiseUnary {
  ABS(Types.SIGNED),
  CEIL(Types.FLOATS),
  COS(Types.FLOATS),
  ERF(Types.FLOATS),
  EXP(Types.FLOATS),
  FLOOR(Types.FLOATS),
  IDENTITY(Types.ANY),
  LOG(Types.FLOATS),
  NEG(Types.SIGNED),
  RECIPROCAL(Types.FLOATS),
  ROUND_EVEN(Types.FLOATS),
  SIGN(Types.SIGNED),
  SIN(Types.FLOATS),
  SQRT(Types.FLOATS),
  TAN(Types.FLOATS),
  GELU(Types.FLOATS),
  HARD_SWISH(Types.FLOATS),
  RELU(Types.SIGNED),
  SIGMOID(Types.FLOATS),
  SOFTPLUS(Types.FLOATS),
  SOFTSIGN(Types.FLOATS),
  TANH(Types.FLOATS);

  private final OperandSlot input;
  private final Operator operator;

  ElementwiseUnary(Set<MLOperandDataType> types) {
    OperandSlot slot = OperandSlot.of("input", types);
    input = slot;
    operator =
        Operator.named(Families.camelCase(this)).operands(slot).infers(call -> call.type(slot));
  }

  public Operator operator() {
    return operator;
  }

  public OperandSlot input() {
    return input;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<ElementwiseUnary> of(Operator operator) {
    return Families.member(values(), ElementwiseUnary::operator, operator);
  }
}
