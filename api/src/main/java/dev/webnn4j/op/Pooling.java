package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import java.util.Optional;
import java.util.Set;

/**
 * What is taken of the pixels in a window: their mean, the root of the sum of their squares, or the
 * greatest. Padding is no pixel.
 */
public enum Pooling {
  AVERAGE_POOL2D(Types.FLOATS),
  L2_POOL2D(Types.FLOATS),
  MAX_POOL2D(Types.ANY);

  private final OperandSlot input;
  private final Operator operator;

  Pooling(Set<MLOperandDataType> types) {
    OperandSlot slot = OperandSlot.of("input", types).rank(4);
    input = slot;
    operator =
        Operator.named(Families.camelCase(this))
            .operands(slot)
            .attributes(
                Pool2d.WINDOW_DIMENSIONS,
                Pool2d.PADDING,
                Pool2d.STRIDES,
                Pool2d.DILATIONS,
                Pool2d.LAYOUT,
                Pool2d.OUTPUT_SHAPE_ROUNDING,
                Pool2d.OUTPUT_SIZES)
            .infers(call -> Pool2d.infer(call, slot));
  }

  public Operator operator() {
    return operator;
  }

  public OperandSlot input() {
    return input;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<Pooling> of(Operator operator) {
    return Families.member(values(), Pooling::operator, operator);
  }
}
