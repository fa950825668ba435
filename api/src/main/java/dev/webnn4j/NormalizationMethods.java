package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.Operands;
import java.util.function.Consumer;

/**
 * Operators that bring elements to a mean of 0 and a variance of 1: {@code (x - mean) /
 * sqrt(variance + epsilon) * scale + bias}. Results have the shape of the input.
 */
public sealed interface NormalizationMethods extends OperatorMethods permits MLGraphBuilder {

  /**
   * Normalises with means and variances that are given.
   *
   * @param input float32 or float16, with C indices along the axis of the options
   * @param mean [C]
   * @param variance [C]
   */
  default MLOperand batchNormalization(
      MLOperand input,
      MLOperand mean,
      MLOperand variance,
      Consumer<MLBatchNormalizationOptions> options) {
    return apply(
        BatchNormalization.OPERATOR,
        Operands.of(BatchNormalization.INPUT, input, BatchNormalization.MEAN, mean)
            .with(BatchNormalization.VARIANCE, variance),
        Attributes.NONE,
        new MLBatchNormalizationOptions(),
        options);
  }

  /**
   * Normalises each channel of each image by itself.
   *
   * @param input [N, C, H, W], or as the layout of the options says; float32 or float16
   */
  default MLOperand instanceNormalization(
      MLOperand input, Consumer<MLInstanceNormalizationOptions> options) {
    return apply(
        InstanceNormalization.OPERATOR,
        Operands.of(InstanceNormalization.INPUT, input),
        Attributes.NONE,
        new MLInstanceNormalizationOptions(),
        options);
  }

  /**
   * Normalises over some axes together, all but the first unless the options say otherwise.
   *
   * @param input of any rank; float32 or float16
   */
  default MLOperand layerNormalization(
      MLOperand input, Consumer<MLLayerNormalizationOptions> options) {
    return apply(
        LayerNormalization.OPERATOR,
        Operands.of(LayerNormalization.INPUT, input),
        Attributes.NONE,
        new MLLayerNormalizationOptions(),
        options);
  }
}
