package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code (x - mean) / sqrt(variance + epsilon) * scale + bias}, where mean and variance are taken
 * over some axes, of which scale and bias have the sizes, in the order in which the axes are given.
 */
public final class LayerNormalization {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS);
  public static final OperandSlot SCALE =
      OperandSlot.of("scale", Types.FLOATS).sameTypeAs(INPUT).optional();
  public static final OperandSlot BIAS =
      OperandSlot.of("bias", Types.FLOATS).sameTypeAs(INPUT).optional();

  /** Absent means all but the first. */
  public static final Attribute<List<Long>> AXES = Attribute.optionalUints("axes");

  public static final Attribute<Double> EPSILON = Attribute.number("epsilon", 1e-5);

  public static final Operator OPERATOR =
      Operator.named("layerNormalization")
          .operands(INPUT, SCALE, BIAS)
          .attributes(AXES, EPSILON)
          .infers(LayerNormalization::infer);

  private LayerNormalization() {}

  /** Checks the axes of a call and gives them, in the caller's order. */
  public static int[] axes(Call call) {
    int rank = call.shape(INPUT).rank();
    return call.find(AXES)
        .map(axes -> call.axes(axes, rank))
        .orElseGet(() -> IntStream.range(1, Math.max(1, rank)).toArray());
  }

  private static MLOperandDescriptor infer(Call call) {
    int[] axes = axes(call);
    Shape sizes = Shape.of(IntStream.of(axes).map(call.shape(INPUT)::dim).toArray());
    for (OperandSlot slot : new OperandSlot[] {SCALE, BIAS}) {
      call.checkShape(slot, sizes, "the sizes of the axes " + Arrays.toString(axes));
    }
    return call.type(INPUT);
  }
}
