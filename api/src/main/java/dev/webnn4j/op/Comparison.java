package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import java.util.Optional;

/**
 * Element-wise comparisons of two operands that broadcast to each other: 1 where they hold and 0
 * elsewhere. None but {@link #NOT_EQUAL} holds for NaN, and -0 equals 0.
 */
public enum Comparison {
  EQUAL,
  NOT_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  LESSER,
  LESSER_OR_EQUAL;

  public static final OperandSlot A = Slots.A;
  public static final OperandSlot B = Slots.B;

  private final Operator operator =
      Operator.named(Families.camelCase(this))
          .operands(Slots.A, Slots.B)
          .outputs(OperandSlot.of("output", Types.LOGICAL))
          .infers(
              call ->
                  Broadcasting.infer(call, Slots.A, Slots.B).withDataType(MLOperandDataType.UINT8));

  public Operator operator() {
    return operator;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<Comparison> of(Operator operator) {
    return Families.member(values(), Comparison::operator, operator);
  }

  /** In a class of its own, since an enumeration makes its constants before its other statics. */
  private static final class Slots {
    static final OperandSlot A = OperandSlot.of("a", Types.ANY);
    static final OperandSlot B = OperandSlot.of("b", Types.ANY).sameTypeAs(A);
  }
}
