package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The cell of a recurrent network on one row of the batch: a worker's states and scratch. */
abstract class RecurrentCell {
  final Floats floats;
  final int size;
  final int gates;
  final double[] input;
  final double[] hidden;
  final GateSums given;
  final GateSums recurrent;
  private final int hiddenIndex;
  private final float[] row;

  RecurrentCell(Node node, RecurrentNetwork network) {
    Recurrent.Geometry geometry = Recurrent.geometry(node.call(), network);
    floats = Floats.of(node.result().type().dataType());
    size = geometry.hiddenSize();
    gates = geometry.gates();
    int inputSize = geometry.inputSize();
    input = new double[inputSize];
    hidden = new double[size];
    given = new GateSums(node, network.weight(), network.bias(), size, inputSize);
    recurrent = new GateSums(node, network.recurrentWeight(), network.recurrentBias(), size, size);
    hiddenIndex = node.indexOf(network.hiddenState());
    row = new float[Math.max(inputSize, size)];
  }

  /**
   * Takes the states before the first step.
   *
   * @param batchRow counted through all directions
   */
  void begin(Buffers buffers, int direction, int batchRow) {
    load(buffers, hiddenIndex, batchRow, hidden);
  }

  /** The states after the next step. */
  abstract void step(Buffers buffers, int direction);

  /** Loads a row of the same length as all others of the operand; zeros if there is none. */
  final void load(Buffers buffers, int index, long rowIndex, double[] target) {
    if (index < 0) {
      Arrays.fill(target, 0);
      return;
    }
    floats.load(buffers.input(index), rowIndex * target.length, row, 0, target.length);
    for (int i = 0; i < target.length; i++) {
      target[i] = row[i];
    }
  }

  final void store(double[] state, MemorySegment target, long rowIndex) {
    for (int i = 0; i < size; i++) {
      row[i] = (float) state[i];
    }
    floats.store(row, 0, target, rowIndex * size, size);
  }

  static void add(double[] sums, double[] addends) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += addends[i];
    }
  }

  static void activate(MLRecurrentNetworkActivation activation, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (activation) {
            case RELU -> Math.max(values[i], 0);
            case SIGMOID -> 1 / (1 + Math.exp(-values[i]));
            case TANH -> Math.tanh(values[i]);
          };
    }
  }
}
