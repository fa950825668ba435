package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;
import java.util.function.Consumer;

/**
 * Recurrent networks and their cells. Directions count 1, or 2 if the direction is both. Weights
 * hold the matrices of the gates one below the other, in the order of the option layout.
 */
public sealed interface RecurrentMethods extends OperatorMethods permits MLGraphBuilder {

  /**
   * A gated recurrent unit over a sequence: see {@link #gruCell} for one step.
   *
   * @param input [steps, batch, inputSize]
   * @param weight [directions, 3 * hiddenSize, inputSize]
   * @param recurrentWeight [directions, 3 * hiddenSize, hiddenSize]
   * @return the last hidden states [directions, batch, hiddenSize] and, if returnSequence is set,
   *     those after each step [steps, directions, batch, hiddenSize], where a step has the place of
   *     its input in either direction
   */
  default List<MLOperand> gru(
      MLOperand input,
      MLOperand weight,
      MLOperand recurrentWeight,
      long steps,
      long hiddenSize,
      Consumer<MLGruOptions> options) {
    return applyAll(
        RecurrentNetwork.GRU.operator(),
        weights(RecurrentNetwork.GRU, input, weight, recurrentWeight),
        sizes(steps, hiddenSize),
        new MLGruOptions(),
        options);
  }

  /**
   * One step of a gated recurrent unit, from x and h with the weights W, R and biases b, c:
   *
   * <pre>{@code
   * z = f(Wz x + bz + Rz h + cz)
   * r = f(Wr x + br + Rr h + cr)
   * n = g(Wn x + bn + r * (Rn h + cn))    if resetAfter, else
   * n = g(Wn x + bn + Rn (r * h) + cn)
   * result = z * h + (1 - z) * n
   * }</pre>
   *
   * @param input [batch, inputSize]
   * @param weight [3 * hiddenSize, inputSize]
   * @param recurrentWeight [3 * hiddenSize, hiddenSize]
   * @param hiddenState [batch, hiddenSize]
   * @return the new hidden state [batch, hiddenSize]
   */
  default MLOperand gruCell(
      MLOperand input,
      MLOperand weight,
      MLOperand recurrentWeight,
      MLOperand hiddenState,
      long hiddenSize,
      Consumer<MLGruCellOptions> options) {
    RecurrentNetwork cell = RecurrentNetwork.GRU_CELL;
    return apply(
        cell.operator(),
        weights(cell, input, weight, recurrentWeight).with(cell.hiddenState(), hiddenState),
        Attributes.of(Recurrent.HIDDEN_SIZE, hiddenSize),
        new MLGruCellOptions(),
        options);
  }

  /**
   * A long short-term memory over a sequence: see {@link #lstmCell} for one step.
   *
   * @param input [steps, batch, inputSize]
   * @param weight [directions, 4 * hiddenSize, inputSize]
   * @param recurrentWeight [directions, 4 * hiddenSize, hiddenSize]
   * @return the last hidden states and the last cell states [directions, batch, hiddenSize] and, if
   *     returnSequence is set, the hidden states after each step [steps, directions, batch,
   *     hiddenSize], where a step has the place of its input in either direction
   */
  default List<MLOperand> lstm(
      MLOperand input,
      MLOperand weight,
      MLOperand recurrentWeight,
      long steps,
      long hiddenSize,
      Consumer<MLLstmOptions> options) {
    return applyAll(
        RecurrentNetwork.LSTM.operator(),
        weights(RecurrentNetwork.LSTM, input, weight, recurrentWeight),
        sizes(steps, hiddenSize),
        new MLLstmOptions(),
        options);
  }

  /**
   * One step of a long short-term memory, from x, h and the cell state s with the weights W, R,
   * peephole weights p and biases b, c:
   *
   * <pre>{@code
   * i = f(Wi x + bi + Ri h + ci + pi * s)
   * o = f(Wo x + bo + Ro h + co + po * s)
   * f = f(Wf x + bf + Rf h + cf + pf * s)
   * g = g(Wg x + bg + Rg h + cg)
   * new cell state = f * s + i * g
   * new hidden state = o * a(new cell state)
   * }</pre>
   *
   * @param input [batch, inputSize]
   * @param weight [4 * hiddenSize, inputSize]
   * @param recurrentWeight [4 * hiddenSize, hiddenSize]
   * @param hiddenState [batch, hiddenSize]
   * @param cellState [batch, hiddenSize]
   * @return the new hidden state and the new cell state [batch, hiddenSize]
   */
  default List<MLOperand> lstmCell(
      MLOperand input,
      MLOperand weight,
      MLOperand recurrentWeight,
      MLOperand hiddenState,
      MLOperand cellState,
      long hiddenSize,
      Consumer<MLLstmCellOptions> options) {
    RecurrentNetwork cell = RecurrentNetwork.LSTM_CELL;
    return applyAll(
        cell.operator(),
        weights(cell, input, weight, recurrentWeight)
            .with(cell.hiddenState(), hiddenState)
            .with(cell.cellState().orElseThrow(), cellState),
        Attributes.of(Recurrent.HIDDEN_SIZE, hiddenSize),
        new MLLstmCellOptions(),
        options);
  }

  private static Operands<MLOperand> weights(
      RecurrentNetwork network, MLOperand input, MLOperand weight, MLOperand recurrentWeight) {
    return Operands.of(network.input(), input, network.weight(), weight)
        .with(network.recurrentWeight(), recurrentWeight);
  }

  private static Attributes sizes(long steps, long hiddenSize) {
    return Attributes.of(Recurrent.STEPS, steps).with(Recurrent.HIDDEN_SIZE, hiddenSize);
  }
}
