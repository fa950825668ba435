package dev.webnn4j.op;

/** The upper or lower triangle of each matrix, the last two axes; zero elsewhere. */
public final class Triangular {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(2);

  /** Whether what is above the diagonal stays, and not what is below; the diagonal stays. */
  public static final Attribute<Boolean> UPPER = Attribute.flag("upper", true);

  /** How far the diagonal is moved: up if positive, down if negative. */
  public static final Attribute<Integer> DIAGONAL =
      Attribute.option("diagonal", new AttributeType.SignedLong(), 0);

  public static final Operator OPERATOR =
      Operator.named("triangular")
          .operands(INPUT)
          .attributes(UPPER, DIAGONAL)
          .infers(call -> call.type(INPUT));

  private Triangular() {}
}
