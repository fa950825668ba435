package dev.webnn4j;

import dev.webnn4j.op.BatchNormalization;

/** Options of batchNormalization; see {@link BatchNormalization}. */
public final class MLBatchNormalizationOptions extends MLOptions<MLBatchNormalizationOptions> {
  MLBatchNormalizationOptions() {}

  /** [C], the factors; 1 if not given. */
  public MLBatchNormalizationOptions scale(MLOperand operand) {
    return bind(BatchNormalization.SCALE, operand);
  }

  /** [C], what is added; 0 if not given. */
  public MLBatchNormalizationOptions bias(MLOperand operand) {
    return bind(BatchNormalization.BIAS, operand);
  }

  /** The axis of size C; 1 if not given. */
  public MLBatchNormalizationOptions axis(long value) {
    return set(BatchNormalization.AXIS, value);
  }

  /** Is added to the variance; 1e-5 if not given. */
  public MLBatchNormalizationOptions epsilon(double value) {
    return set(BatchNormalization.EPSILON, value);
  }
}
