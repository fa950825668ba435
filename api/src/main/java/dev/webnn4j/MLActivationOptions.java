package dev.webnn4j;

import dev.webnn4j.op.Activation;

/** Options of the activations with parameters; see {@link Activation}. */
public final class MLActivationOptions extends MLOptions<MLActivationOptions> {
  private final Activation activation;

  MLActivationOptions(Activation activation) {
    this.activation = activation;
  }

  public MLActivationOptions alpha(double value) {
    return set(activation.alpha(), value);
  }

  /**
   * @throws IllegalArgumentException if the activation has no beta
   */
  public MLActivationOptions beta(double value) {
    return set(
        activation
            .beta()
            .orElseThrow(
                () -> new IllegalArgumentException(activation.operator() + " has no beta")),
        value);
  }
}
