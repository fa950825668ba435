package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;

/** The cell of a long short-term memory. */
final class LstmCell extends RecurrentCell {
  /** The gates, those with peepholes first and in their order. */
  private static final String GATES = "iofg";

  private static final int WITH_PEEPHOLES = 3;

  private final int cellIndex;
  private final int peepholeIndex;
  private final List<MLRecurrentNetworkActivation> activations;
  private final int[] places;
  private final double[] cell = new double[size];
  private final double[][] sums = new double[GATES.length()][size];
  private final double[][] peepholes = new double[WITH_PEEPHOLES][size];
  private final double[] scratch = new double[size];

  LstmCell(Node node, RecurrentNetwork network) {
    super(node, network);
    cellIndex = node.indexOf(network.cellState().orElseThrow());
    peepholeIndex = node.indexOf(network.peepholeWeight().orElseThrow());
    activations = node.get(Recurrent.LSTM_ACTIVATIONS);
    IdlEnum layout = node.get(Recurrent.LSTM_LAYOUT);
    places = GATES.chars().map(gate -> Recurrent.gate(layout, (char) gate)).toArray();
  }

  double[] cell() {
    return cell;
  }

  @Override
  void begin(Buffers buffers, int direction, int batchRow) {
    super.begin(buffers, direction, batchRow);
    load(buffers, cellIndex, batchRow, cell);
    for (int gate = 0; gate < WITH_PEEPHOLES; gate++) {
      load(buffers, peepholeIndex, (long) direction * WITH_PEEPHOLES + gate, peepholes[gate]);
    }
  }

  @Override
  void step(Buffers buffers, int direction) {
    for (int gate = 0; gate < GATES.length(); gate++) {
      int place = direction * gates + places[gate];
      given.compute(buffers, place, input, sums[gate]);
      recurrent.compute(buffers, place, hidden, scratch);
      add(sums[gate], scratch);
      // Without peepholes, an infinite state must not meet their zeros.
      if (gate < WITH_PEEPHOLES && peepholeIndex >= 0) {
        addProducts(sums[gate], peepholes[gate], cell);
      }
      activate(activations.get(gate < WITH_PEEPHOLES ? 0 : 1), sums[gate]);
    }
    for (int i = 0; i < size; i++) {
      cell[i] = sums[2][i] * cell[i] + sums[0][i] * sums[3][i];
      hidden[i] = cell[i];
    }
    activate(activations.get(2), hidden);
    for (int i = 0; i < size; i++) {
      hidden[i] *= sums[1][i];
    }
  }

  private static void addProducts(double[] sums, double[] a, double[] b) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i] * b[i];
    }
  }
}
