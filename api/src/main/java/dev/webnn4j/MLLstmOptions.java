package dev.webnn4j;

import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;

/** Options of lstm; see {@link RecurrentMethods}. */
public final class MLLstmOptions extends MLOptions<MLLstmOptions> {
  MLLstmOptions() {}

  /** [directions, 4 * hiddenSize]; added to the products with the weight. */
  public MLLstmOptions bias(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM.bias(), operand);
  }

  /** [directions, 4 * hiddenSize]; added to the products with the recurrent weight. */
  public MLLstmOptions recurrentBias(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM.recurrentBias(), operand);
  }

  /**
   * [directions, 3 * hiddenSize]; what the gates i, o and f, in this order, see of the cell state.
   */
  public MLLstmOptions peepholeWeight(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM.peepholeWeight().orElseThrow(), operand);
  }

  /** [directions, batch, hiddenSize]; zeros if not given. */
  public MLLstmOptions initialHiddenState(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM.hiddenState(), operand);
  }

  /** [directions, batch, hiddenSize]; zeros if not given. */
  public MLLstmOptions initialCellState(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM.cellState().orElseThrow(), operand);
  }

  /** Whether the last result is the sequence of the hidden states after each step. */
  public MLLstmOptions returnSequence(boolean value) {
    return set(Recurrent.RETURN_SEQUENCE, value);
  }

  public MLLstmOptions direction(MLRecurrentNetworkDirection value) {
    return set(Recurrent.DIRECTION, value);
  }

  public MLLstmOptions layout(MLLstmWeightLayout value) {
    return set(Recurrent.LSTM_LAYOUT, value);
  }

  /** The functions, three: of the gates i, o and f; of g; of the cell state on its way out. */
  public MLLstmOptions activations(MLRecurrentNetworkActivation... values) {
    return set(Recurrent.LSTM_ACTIVATIONS, List.of(values));
  }
}
