package dev.webnn4j.op;

import dev.webnn4j.Limits;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Collections;
import java.util.List;

/** The input cut into pieces along an axis. */
public final class Split {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);

  /** How many pieces of the same size, or the size of each. */
  public static final Attribute<LongOrList> SPLITS =
      Attribute.argument("splits", new AttributeType.UnsignedLongOrList());

  public static final Attribute<Long> AXIS = Attribute.uint("axis", 0);

  public static final Operator OPERATOR =
      Operator.named("split")
          .operands(INPUT)
          .attributes(SPLITS, AXIS)
          .outputs(OperandSlot.of("outputs", Types.ANY).minRank(1).sameTypeAs(INPUT).variadic())
          .infersAll(Split::infer);

  private Split() {}

  private static List<MLOperandDescriptor> infer(Call call) {
    Shape shape = call.shape(INPUT);
    int axis = call.axis(AXIS, shape.rank());
    return sizes(call, shape.dim(axis)).stream()
        .map(size -> call.type(INPUT).withShape(shape.with(axis, size.intValue())))
        .toList();
  }

  /** The sizes of the pieces, which fill the axis. */
  private static List<Long> sizes(Call call, long whole) {
    return switch (call.get(SPLITS)) {
      case LongOrList.One(long count) -> {
        checkCount(call, count);
        call.check(
            whole % count == 0,
            "splits %d must divide axis %d, which has %d elements",
            count,
            call.get(AXIS),
            whole);
        yield Collections.nCopies((int) count, whole / count);
      }
      case LongOrList.Many(List<Long> sizes) -> {
        checkCount(call, sizes.size());
        call.check(
            sizes.stream().allMatch(size -> size >= 1), "splits %s must be at least 1 each", sizes);
        call.check(
            sizes.stream().mapToLong(size -> size).sum() == whole,
            "splits %s must sum up to the %d elements of axis %d",
            sizes,
            whole,
            call.get(AXIS));
        yield sizes;
      }
    };
  }

  private static void checkCount(Call call, long count) {
    call.check(
        count >= 1 && count <= Limits.MAX_TENSOR_COUNT,
        "splits makes %d pieces; allowed: 1 to %d",
        count,
        Limits.MAX_TENSOR_COUNT);
  }
}
