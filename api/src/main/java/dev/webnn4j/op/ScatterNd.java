package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;

/**
 * The input with the slice replaced that each row of coordinates names. Of updates of one slice the
 * last counts.
 */
public final class ScatterNd {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);

  /** Rows along the last axis, each with coordinates of the input's first axes. */
  public static final OperandSlot INDICES = Indices.slot().minRank(1);

  public static final OperandSlot UPDATES = OperandSlot.of("updates", Types.ANY).sameTypeAs(INPUT);

  public static final Operator OPERATOR =
      Operator.named("scatterND").operands(INPUT, INDICES, UPDATES).infers(ScatterNd::infer);

  private ScatterNd() {}

  private static MLOperandDescriptor infer(Call call) {
    Shape slices = Indices.slices(call, INPUT, INDICES);
    call.check(
        call.shape(UPDATES).equals(slices),
        "updates has shape %s; the slices that indices of shape %s name in the input %s have %s",
        call.shape(UPDATES),
        call.shape(INDICES),
        call.shape(INPUT),
        slices);
    return call.type(INPUT);
  }
}
