package dev.webnn4j;

import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;

/** Options of lstmCell; see {@link RecurrentMethods}. */
public final class MLLstmCellOptions extends MLOptions<MLLstmCellOptions> {
  MLLstmCellOptions() {}

  /** [4 * hiddenSize]; added to the products with the weight. */
  public MLLstmCellOptions bias(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM_CELL.bias(), operand);
  }

  /** [4 * hiddenSize]; added to the products with the recurrent weight. */
  public MLLstmCellOptions recurrentBias(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM_CELL.recurrentBias(), operand);
  }

  /** [3 * hiddenSize]; what the gates i, o and f, in this order, see of the cell state. */
  public MLLstmCellOptions peepholeWeight(MLOperand operand) {
    return bind(RecurrentNetwork.LSTM_CELL.peepholeWeight().orElseThrow(), operand);
  }

  public MLLstmCellOptions layout(MLLstmWeightLayout value) {
    return set(Recurrent.LSTM_LAYOUT, value);
  }

  /** The functions, three: of the gates i, o and f; of g; of the cell state on its way out. */
  public MLLstmCellOptions activations(MLRecurrentNetworkActivation... values) {
    return set(Recurrent.LSTM_ACTIVATIONS, List.of(values));
  }
}
