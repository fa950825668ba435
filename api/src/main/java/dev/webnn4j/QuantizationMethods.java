package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.Operands;
import java.util.function.Consumer;

/** Operators of quantised networks. */
public sealed interface QuantizationMethods extends OperatorMethods permits MLGraphBuilder {

  /**
   * Rounds to evenly spaced levels, as a quantised network would; an extension. The limits are
   * broadcast to the input.
   *
   * @param options {@code levels} is required
   */
  default MLOperand fakeQuantize(
      MLOperand input,
      MLOperand inputLow,
      MLOperand inputHigh,
      MLOperand outputLow,
      MLOperand outputHigh,
      Consumer<MLFakeQuantizeOptions> options) {
    return apply(
        FakeQuantize.OPERATOR,
        Operands.of(FakeQuantize.INPUT, input)
            .with(FakeQuantize.INPUT_LOW, inputLow)
            .with(FakeQuantize.INPUT_HIGH, inputHigh)
            .with(FakeQuantize.OUTPUT_LOW, outputLow)
            .with(FakeQuantize.OUTPUT_HIGH, outputHigh),
        Attributes.NONE,
        new MLFakeQuantizeOptions(),
        options);
  }
}
