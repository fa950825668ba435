package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import java.util.Optional;
import java.util.Set;

/** What is asked of each element by itself: the result is 1 where it is so and 0 elsewhere. */
public enum LogicalUnary {
  /** Whether an element is 0. */
  LOGICAL_NOT("logicalNot", Types.LOGICAL),
  /** Of floats only, as the specification's steps have it; its table says any type. */
  IS_NAN("isNaN", Types.FLOATS),
  /** Of floats only, too; both infinities are. */
  IS_INFINITE("isInfinite", Types.FLOATS);

  private final OperandSlot a;
  private final Operator operator;

  LogicalUnary(String operatorName, Set<MLOperandDataType> types) {
    OperandSlot slot = OperandSlot.of("a", types);
    a = slot;
    operator =
        Operator.named(operatorName)
            .operands(slot)
            .outputs(OperandSlot.of("output", Types.LOGICAL))
            .infers(call -> call.type(slot).withDataType(MLOperandDataType.UINT8));
  }

  public Operator operator() {
    return operator;
  }

  /** The operand. */
  public OperandSlot a() {
    return a;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<LogicalUnary> of(Operator operator) {
    return Families.member(values(), LogicalUnary::operator, operator);
  }
}
