package dev.webnn4j;

import dev.webnn4j.op.InstanceNormalization;

/** Options of instanceNormalization; see {@link InstanceNormalization}. */
public final class MLInstanceNormalizationOptions
    extends MLOptions<MLInstanceNormalizationOptions> {
  MLInstanceNormalizationOptions() {}

  /** [C], the factors; 1 if not given. */
  public MLInstanceNormalizationOptions scale(MLOperand operand) {
    return bind(InstanceNormalization.SCALE, operand);
  }

  /** [C], what is added; 0 if not given. */
  public MLInstanceNormalizationOptions bias(MLOperand operand) {
    return bind(InstanceNormalization.BIAS, operand);
  }

  /** Is added to the variance; 1e-5 if not given. */
  public MLInstanceNormalizationOptions epsilon(double value) {
    return set(InstanceNormalization.EPSILON, value);
  }

  public MLInstanceNormalizationOptions layout(MLInputOperandLayout value) {
    return set(InstanceNormalization.LAYOUT, value);
  }
}
