package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.List;

/** The inputs one after the other along an axis. */
public final class Concat {
  public static final OperandSlot INPUTS =
      OperandSlot.of("inputs", Types.ANY).minRank(1).variadic();
  public static final Attribute<Long> AXIS = Attribute.axisArgument();

  public static final Operator OPERATOR =
      Operator.named("concat")
          .operands(INPUTS)
          .attributes(AXIS)
          .outputs(OperandSlot.of("output", Types.ANY).minRank(1).sameTypeAs(INPUTS))
          .infers(Concat::infer);

  private Concat() {}

  private static MLOperandDescriptor infer(Call call) {
    List<MLOperandDescriptor> inputs = call.operands().all(INPUTS);
    MLOperandDescriptor first = inputs.getFirst();
    int axis = call.axis(AXIS, first.rank());
    long size = 0;
    for (MLOperandDescriptor input : inputs) {
      call.check(
          sameButFor(axis, input.shape(), first.shape()),
          "inputs of shapes %s and %s differ in more than axis %d",
          first.shape(),
          input.shape(),
          axis);
      size += input.shape().dim(axis);
    }
    call.check(size <= Integer.MAX_VALUE, "axis %d of the result would be %d long", axis, size);
    return first.withShape(first.shape().with(axis, (int) size));
  }

  private static boolean sameButFor(int axis, Shape a, Shape b) {
    return a.rank() == b.rank() && a.with(axis, 1).equals(b.with(axis, 1));
  }
}
