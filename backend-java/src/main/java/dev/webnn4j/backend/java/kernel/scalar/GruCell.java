package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;

/** The cell of a gated recurrent unit. */
final class GruCell extends RecurrentCell {
  private final boolean resetAfter;
  private final List<MLRecurrentNetworkActivation> activations;
  private final IdlEnum layout;
  private final double[] update = new double[size];
  private final double[] reset = new double[size];
  private final double[] candidate = new double[size];
  private final double[] sums = new double[size];

  GruCell(Node node, RecurrentNetwork network) {
    super(node, network);
    resetAfter = node.get(Recurrent.RESET_AFTER);
    activations = node.get(Recurrent.GRU_ACTIVATIONS);
    layout = node.get(Recurrent.GRU_LAYOUT);
  }

  @Override
  void step(Buffers buffers, int direction) {
    gate(buffers, direction, 'z', update);
    gate(buffers, direction, 'r', reset);
    int n = place(direction, 'n');
    given.compute(buffers, n, input, candidate);
    if (resetAfter) {
      recurrent.compute(buffers, n, hidden, sums);
      multiply(sums, reset);
    } else {
      multiply(reset, hidden);
      recurrent.compute(buffers, n, reset, sums);
    }
    add(candidate, sums);
    activate(activations.get(1), candidate);
    for (int i = 0; i < size; i++) {
      hidden[i] = update[i] * hidden[i] + (1 - update[i]) * candidate[i];
    }
  }

  private void gate(Buffers buffers, int direction, char gate, double[] target) {
    given.compute(buffers, place(direction, gate), input, target);
    recurrent.compute(buffers, place(direction, gate), hidden, sums);
    add(target, sums);
    activate(activations.get(0), target);
  }

  private int place(int direction, char gate) {
    return direction * gates + Recurrent.gate(layout, gate);
  }

  private static void multiply(double[] values, double[] factors) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
  }
}
