package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.DequantizeLinear;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.QuantizeLinear;
import java.util.function.Consumer;

/** Operators of quantised networks. */
public sealed interface QuantizationMethods extends OperatorMethods permits MLGraphBuilder {

  /**
   * The floats that integers stand for: {@code (input - zeroPoint) * scale}, of the type of the
   * scale.
   *
   * @param input of uint8, int8, uint32, int32, uint4 or int4, of any shape
   * @param scale one value for each block of the input, whose sizes those of the scale divide: of
   *     shape [3, 1] for an input of [6, 4], one for two rows. A scale of lower rank belongs to the
   *     last axes; a scalar is for all elements
   * @param zeroPoint the integer that stands for 0; of the type of the input and the shape of the
   *     scale
   * @return of the shape of the input
   */
  default MLOperand dequantizeLinear(MLOperand input, MLOperand scale, MLOperand zeroPoint) {
    return apply(
        DequantizeLinear.OPERATOR,
        Operands.of(DequantizeLinear.INPUT, input, DequantizeLinear.SCALE, scale)
            .with(DequantizeLinear.ZERO_POINT, zeroPoint),
        Attributes.NONE);
  }

  /**
   * The integers that stand for floats: {@code clamp(roundEven(input / scale) + zeroPoint)} to what
   * the type of the zero point holds.
   *
   * @param scale as for {@link #dequantizeLinear}; of the type of the input
   * @param zeroPoint of uint8, int8, uint32, int32, uint4 or int4, and of the shape of the scale
   * @return of the type of the zero point and the shape of the input
   */
  default MLOperand quantizeLinear(MLOperand input, MLOperand scale, MLOperand zeroPoint) {
    return apply(
        QuantizeLinear.OPERATOR,
        Operands.of(QuantizeLinear.INPUT, input, QuantizeLinear.SCALE, scale)
            .with(QuantizeLinear.ZERO_POINT, zeroPoint),
        Attributes.NONE);
  }

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
