package dev.webnn4j;

import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;

/** Options of gruCell; see {@link RecurrentMethods}. */
public final class MLGruCellOptions extends MLOptions<MLGruCellOptions> {
  MLGruCellOptions() {}

  /** [3 * hiddenSize]; added to the products with the weight. */
  public MLGruCellOptions bias(MLOperand operand) {
    return bind(RecurrentNetwork.GRU_CELL.bias(), operand);
  }

  /** [3 * hiddenSize]; added to the products with the recurrent weight. */
  public MLGruCellOptions recurrentBias(MLOperand operand) {
    return bind(RecurrentNetwork.GRU_CELL.recurrentBias(), operand);
  }

  /**
   * Whether the reset gate is applied after the product with the recurrent weight, which is the
   * default, or to the hidden state before it.
   */
  public MLGruCellOptions resetAfter(boolean value) {
    return set(Recurrent.RESET_AFTER, value);
  }

  public MLGruCellOptions layout(MLGruWeightLayout value) {
    return set(Recurrent.GRU_LAYOUT, value);
  }

  /** The functions, two: of the gates z and r; of n. */
  public MLGruCellOptions activations(MLRecurrentNetworkActivation... values) {
    return set(Recurrent.GRU_ACTIVATIONS, List.of(values));
  }
}
