package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import java.util.List;
import java.util.stream.IntStream;

/** The elements backwards along some axes; by default along all of them. */
public final class Reverse {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);
  public static final Attribute<List<Long>> AXES = Attribute.optionalUints("axes");

  public static final Operator OPERATOR =
      Operator.named("reverse").operands(INPUT).attributes(AXES).infers(Reverse::infer);

  private Reverse() {}

  /** The axes of a call. None given means all, an empty list means none. */
  public static int[] axes(Call call) {
    return call.find(AXES).isPresent()
        ? call.getInts(AXES)
        : IntStream.range(0, call.shape(INPUT).rank()).toArray();
  }

  private static MLOperandDescriptor infer(Call call) {
    int rank = call.shape(INPUT).rank();
    int[] axes = axes(call);
    call.check(
        IntStream.of(axes).allMatch(axis -> axis >= 0 && axis < rank)
            && IntStream.of(axes).distinct().count() == axes.length,
        "axes %s must be different ones of the input's %d",
        IntStream.of(axes).boxed().toList(),
        rank);
    return call.type(INPUT);
  }
}
