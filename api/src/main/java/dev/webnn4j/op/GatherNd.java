package dev.webnn4j.op;

/** Takes the slice of the input that each row of coordinates names. */
public final class GatherNd {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);

  /** Rows along the last axis, each with coordinates of the input's first axes. */
  public static final OperandSlot INDICES = Indices.slot().minRank(1);

  public static final Operator OPERATOR =
      Operator.named("gatherND")
          .operands(INPUT, INDICES)
          .outputs(OperandSlot.of("output", Types.ANY).sameTypeAs(INPUT))
          .infers(call -> call.type(INPUT).withShape(Indices.slices(call, INPUT, INDICES)));

  private GatherNd() {}
}
