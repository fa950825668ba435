package dev.webnn4j;

import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;

/** Options of gru; see {@link RecurrentMethods}. */
public final class MLGruOptions extends MLOptions<MLGruOptions> {
  MLGruOptions() {}

  /** [directions, 3 * hiddenSize]; added to the products with the weight. */
  public MLGruOptions bias(MLOperand operand) {
    return bind(RecurrentNetwork.GRU.bias(), operand);
  }

  /** [directions, 3 * hiddenSize]; added to the products with the recurrent weight. */
  public MLGruOptions recurrentBias(MLOperand operand) {
    return bind(RecurrentNetwork.GRU.recurrentBias(), operand);
  }

  /** [directions, batch, hiddenSize]; zeros if not given. */
  public MLGruOptions initialHiddenState(MLOperand operand) {
    return bind(RecurrentNetwork.GRU.hiddenState(), operand);
  }

  /**
   * Whether the reset gate is applied after the product with the recurrent weight, which is the
   * default, or to the hidden state before it.
   */
  public MLGruOptions resetAfter(boolean value) {
    return set(Recurrent.RESET_AFTER, value);
  }

  /** Whether the last result is the sequence of the hidden states after each step. */
  public MLGruOptions returnSequence(boolean value) {
    return set(Recurrent.RETURN_SEQUENCE, value);
  }

  public MLGruOptions direction(MLRecurrentNetworkDirection value) {
    return set(Recurrent.DIRECTION, value);
  }

  public MLGruOptions layout(MLGruWeightLayout value) {
    return set(Recurrent.GRU_LAYOUT, value);
  }

  /** The functions, two: of the gates z and r; of n. */
  public MLGruOptions activations(MLRecurrentNetworkActivation... values) {
    return set(Recurrent.GRU_ACTIVATIONS, List.of(values));
  }
}
