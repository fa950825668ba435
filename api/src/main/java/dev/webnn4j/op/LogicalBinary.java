package dev.webnn4j.op;

import java.util.Optional;

/**
 * Element-wise logic on two operands that broadcast to each other. Whatever is not 0 is true; what
 * is true in the result is 1.
 */
public enum LogicalBinary {
  LOGICAL_AND,
  LOGICAL_OR,
  LOGICAL_XOR;

  public static final OperandSlot A = Slots.A;
  public static final OperandSlot B = Slots.B;

  private final Operator operator =
      Operator.named(Families.camelCase(this))
          .operands(Slots.A, Slots.B)
          .infers(call -> Broadcasting.infer(call, Slots.A, Slots.B));

  public Operator operator() {
    return operator;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<LogicalBinary> of(Operator operator) {
    return Families.member(values(), LogicalBinary::operator, operator);
  }

  /** In a class of its own, since an enumeration makes its constants before its other statics. */
  private static final class Slots {
    static final OperandSlot A = OperandSlot.of("a", Types.LOGICAL);
    static final OperandSlot B = OperandSlot.of("b", Types.LOGICAL).sameTypeAs(A);
  }
}
