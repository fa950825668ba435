package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Transpose;
import java.util.List;
import java.util.function.Consumer;

/** Operators that move elements and do not change them. */
public sealed interface ShapeMethods extends OperatorMethods permits MLGraphBuilder {

  /** The inputs one after the other along an axis. */
  default MLOperand concat(List<MLOperand> inputs, long axis) {
    return apply(
        Concat.OPERATOR,
        Operands.<MLOperand>none().with(Concat.INPUTS, inputs),
        Attributes.of(Concat.AXIS, axis));
  }

  /** The same elements under another shape. */
  default MLOperand reshape(MLOperand input, int... newShape) {
    return apply(
        Reshape.OPERATOR,
        Operands.of(Reshape.INPUT, input),
        Attributes.of(Reshape.NEW_SHAPE, MLOptions.longs(newShape)));
  }

  /** The axes in another order; without options reversed. */
  default MLOperand transpose(MLOperand input, Consumer<MLTransposeOptions> options) {
    return apply(
        Transpose.OPERATOR,
        Operands.of(Transpose.INPUT, input),
        Attributes.NONE,
        new MLTransposeOptions(),
        options);
  }
}
