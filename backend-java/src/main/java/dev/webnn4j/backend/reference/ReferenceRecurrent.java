package dev.webnn4j.backend.reference;

import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recurrent networks, element by element. Nothing is rounded between the gates or the steps: the
 * states stay doubles to the end, and the expected values of web-platform-tests are nearer to that
 * (at most 4 ulp off where 6 are allowed; rounded states are 5 off).
 */
final class ReferenceRecurrent {
  private final RecurrentNetwork network;
  private final ReferenceCall call;
  private final Recurrent.Geometry geometry;
  private final int hidden;

  private ReferenceRecurrent(RecurrentNetwork network, ReferenceCall call) {
    this.network = network;
    this.call = call;
    this.geometry = Recurrent.geometry(call.node().call(), network);
    this.hidden = geometry.hiddenSize();
  }

  static Map<Operator, ReferenceOperation> operations() {
    Map<Operator, ReferenceOperation> table = new HashMap<>();
    for (RecurrentNetwork network : RecurrentNetwork.values()) {
      table.put(network.operator(), call -> new ReferenceRecurrent(network, call).results());
    }
    return table;
  }

  /** The states of one row of the batch in one direction. */
  private static final class State {
    private final double[] hidden;
    private final double[] cell;

    State(double[] hidden, double[] cell) {
      this.hidden = hidden;
      this.cell = cell;
    }
  }

  private List<Tensor> results() {
    int directions = geometry.directions();
    int size = directions * geometry.stateSize();
    double[] lastHidden = new double[size];
    double[] lastCell = new double[size];
    double[] sequence = new double[geometry.steps() * size];
    for (int row = 0; row < directions * geometry.batch(); row++) {
      int direction = row / geometry.batch();
      State state =
          new State(
              initial(Optional.of(network.hiddenState()), row), initial(network.cellState(), row));
      for (int turn = 0; turn < geometry.steps(); turn++) {
        int position = geometry.position(direction, turn);
        int input = position * geometry.batch() + row % geometry.batch();
        state = network.isLstm() ? lstm(direction, input, state) : gru(direction, input, state);
        System.arraycopy(state.hidden, 0, sequence, position * size + row * hidden, hidden);
      }
      System.arraycopy(state.hidden, 0, lastHidden, row * hidden, hidden);
      System.arraycopy(state.cell, 0, lastCell, row * hidden, hidden);
    }
    List<double[]> all =
        network.isLstm() ? List.of(lastHidden, lastCell, sequence) : List.of(lastHidden, sequence);
    List<Tensor> results = new ArrayList<>();
    for (int i = 0; i < call.node().results().size(); i++) {
      double[] values = all.get(i);
      results.add(Tensor.ofReals(call.resultType(i), j -> values[j]));
    }
    return results;
  }

  private double[] initial(Optional<OperandSlot> slot, int row) {
    double[] state = new double[hidden];
    slot.flatMap(call::find)
        .ifPresent(
            given -> {
              for (int j = 0; j < hidden; j++) {
                state[j] = given.real(row * hidden + j);
              }
            });
    return state;
  }

  private State gru(int direction, int input, State state) {
    var activations = call.get(Recurrent.GRU_ACTIVATIONS);
    IdlEnum layout = call.get(Recurrent.GRU_LAYOUT);
    double[] update = new double[hidden];
    double[] reset = new double[hidden];
    double[] resetState = new double[hidden];
    for (int j = 0; j < hidden; j++) {
      int z = row(direction, layout, 'z', j);
      int r = row(direction, layout, 'r', j);
      update[j] = activate(activations.get(0), given(z, input) + recurrent(z, state.hidden));
      reset[j] = activate(activations.get(0), given(r, input) + recurrent(r, state.hidden));
      resetState[j] = reset[j] * state.hidden[j];
    }
    double[] next = new double[hidden];
    for (int j = 0; j < hidden; j++) {
      int n = row(direction, layout, 'n', j);
      double seen =
          call.get(Recurrent.RESET_AFTER)
              ? reset[j] * recurrent(n, state.hidden)
              : recurrent(n, resetState);
      double candidate = activate(activations.get(1), given(n, input) + seen);
      next[j] = update[j] * state.hidden[j] + (1 - update[j]) * candidate;
    }
    return new State(next, state.cell);
  }

  private State lstm(int direction, int input, State state) {
    var activations = call.get(Recurrent.LSTM_ACTIVATIONS);
    double[] next = new double[hidden];
    double[] cell = new double[hidden];
    for (int j = 0; j < hidden; j++) {
      double[] gates = new double[4];
      for (int gate = 0; gate < 4; gate++) {
        int row = row(direction, call.get(Recurrent.LSTM_LAYOUT), "iofg".charAt(gate), j);
        double sum = given(row, input) + recurrent(row, state.hidden);
        gates[gate] =
            gate < 3
                ? activate(activations.get(0), sum + peephole(direction, gate, j, state))
                : activate(activations.get(1), sum);
      }
      cell[j] = gates[2] * state.cell[j] + gates[0] * gates[3];
      next[j] = gates[1] * activate(activations.get(2), cell[j]);
    }
    return new State(next, cell);
  }

  /** A gate's row of the weights, all directions counted. */
  private int row(int direction, IdlEnum layout, char gate, int unit) {
    return (direction * geometry.gates() + Recurrent.gate(layout, gate)) * hidden + unit;
  }

  /** What a row of the weights makes of a row of the input. */
  private double given(int row, int input) {
    Tensor x = call.tensor(network.input());
    Tensor weight = call.tensor(network.weight());
    int size = geometry.inputSize();
    double sum = call.find(network.bias()).map(bias -> bias.real(row)).orElse(0.0);
    for (int k = 0; k < size; k++) {
      sum += weight.real(row * size + k) * x.real(input * size + k);
    }
    return sum;
  }

  private double recurrent(int row, double[] state) {
    Tensor weight = call.tensor(network.recurrentWeight());
    double sum = call.find(network.recurrentBias()).map(bias -> bias.real(row)).orElse(0.0);
    for (int k = 0; k < hidden; k++) {
      sum += weight.real(row * hidden + k) * state[k];
    }
    return sum;
  }

  private double peephole(int direction, int gate, int unit, State state) {
    return network
        .peepholeWeight()
        .flatMap(call::find)
        .map(weight -> weight.real((direction * 3 + gate) * hidden + unit) * state.cell[unit])
        .orElse(0.0);
  }

  private static double activate(MLRecurrentNetworkActivation activation, double x) {
    return switch (activation) {
      case RELU -> Math.max(x, 0);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case TANH -> Math.tanh(x);
    };
  }
}
