package dev.webnn4j.op;

import java.util.Locale;
import java.util.Optional;

/** Element-wise arithmetic on two operands that broadcast to each other. */
public enum ElementwiseBinary {
  ADD,
  SUB,
  MUL,
  /** Integers truncate toward zero; an integer divided by zero gives zero. */
  DIV,
  MAX,
  MIN,
  POW;

  public static final OperandSlot A = Slots.A;
  public static final OperandSlot B = Slots.B;

  private final Operator operator =
      Operator.named(name().toLowerCase(Locale.ROOT))
          .operands(Slots.A, Slots.B)
          .infers(call -> Broadcasting.infer(call, Slots.A, Slots.B));

  public Operator operator() {
    return operator;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<ElementwiseBinary> of(Operator operator) {
    return Families.member(values(), ElementwiseBinary::operator, operator);
  }

  /** In a class of its own, since an enumeration makes its constants before its other statics. */
  private static final class Slots {
    static final OperandSlot A = OperandSlot.of("a", Types.ANY);
    static final OperandSlot B = OperandSlot.of("b", Types.ANY).sameTypeAs(A);
  }
}
