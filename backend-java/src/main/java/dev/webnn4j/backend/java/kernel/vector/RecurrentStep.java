package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.op.Recurrent;

/**
 * What a recurrent network does at each turn, for the hidden units of one panel at a time: the
 * products with the hidden state, then the gates. A phase may read what all panels made in the one
 * before.
 */
abstract class RecurrentStep {
  final RecurrentMemory memory;
  final int batch;
  private final GateProducts inputs;
  private final GateProducts states;

  /**
   * @param inputs the products with the input, which are made before
   * @param states the products with the hidden state, which are made here
   */
  RecurrentStep(
      Recurrent.Geometry geometry,
      RecurrentMemory memory,
      GateProducts inputs,
      GateProducts states) {
    this.memory = memory;
    this.batch = geometry.batch();
    this.inputs = inputs;
    this.states = states;
  }

  abstract int phases();

  abstract void run(int phase, int direction, int panel, int worker);

  /** Multiplies states with a gate's recurrent weight. */
  final void multiply(int direction, int gate, long vectors, int panel, int worker) {
    states
        .get(memory.gateIndex(direction, gate))
        .multiply(
            worker,
            panel,
            batch,
            vectors,
            memory.rowBytes(),
            memory.seen(direction, gate),
            memory.rowBytes(),
            0);
  }

  /** The biases of the products with the hidden state. */
  final long bias(int direction, int gate) {
    return states.bias(memory.gateIndex(direction, gate));
  }

  /** The biases of the products with the input. */
  final long givenBias(int direction, int gate) {
    return inputs.bias(memory.gateIndex(direction, gate));
  }

  /**
   * Makes the sums of a gate out of both products and their biases.
   *
   * @param at bytes from the beginning of a state to a panel's units of one row
   * @param unit bytes from the beginning of a row to them
   */
  final long sum(int direction, int gate, long at, long unit, long bytes) {
    long sums = memory.seen(direction, gate) + at;
    GateLoops.add(sums, bias(direction, gate) + unit, bytes);
    GateLoops.add(sums, given(direction, gate, at, unit, bytes), bytes);
    return sums;
  }

  /** The products with the input and their biases. */
  final long given(int direction, int gate, long at, long unit, long bytes) {
    long sums = memory.given(direction, gate) + at;
    GateLoops.add(sums, givenBias(direction, gate) + unit, bytes);
    return sums;
  }

  /** Bytes from the first hidden unit of a row to those of a panel. */
  final long offset(int panel) {
    return 4L * states.get(0).matrix().firstColumn(panel);
  }

  /** The bytes of a panel's hidden units, padding included. */
  final long bytes(int panel) {
    return states.get(0).matrix().vectors(panel) * Lanes.BYTES;
  }
}
