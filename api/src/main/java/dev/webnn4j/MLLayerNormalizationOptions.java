package dev.webnn4j;

import dev.webnn4j.op.LayerNormalization;

/** Options of layerNormalization; see {@link LayerNormalization}. */
public final class MLLayerNormalizationOptions extends MLOptions<MLLayerNormalizationOptions> {
  MLLayerNormalizationOptions() {}

  /** The factors, of the sizes of the axes in the order in which these are given; else 1. */
  public MLLayerNormalizationOptions scale(MLOperand operand) {
    return bind(LayerNormalization.SCALE, operand);
  }

  /** What is added, of the sizes of the axes in the order in which these are given; else 0. */
  public MLLayerNormalizationOptions bias(MLOperand operand) {
    return bind(LayerNormalization.BIAS, operand);
  }

  /**
   * The axes over which mean and variance are taken, none twice; all but the first if not given.
   */
  public MLLayerNormalizationOptions axes(int... values) {
    return set(LayerNormalization.AXES, longs(values));
  }

  /** Is added to the variance; 1e-5 if not given. */
  public MLLayerNormalizationOptions epsilon(double value) {
    return set(LayerNormalization.EPSILON, value);
  }
}
