package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.Recurrent;
import java.util.List;

/** A turn of a long short-term memory. */
final class LstmStep extends RecurrentStep {
  private final List<MLRecurrentNetworkActivation> activations;

  /** Where the gates stand in the weights: i, o, f, which have peepholes in this order, and g. */
  private final int[] places;

  LstmStep(
      Node node,
      Recurrent.Geometry geometry,
      RecurrentMemory memory,
      GateProducts inputs,
      GateProducts states) {
    super(geometry, memory, inputs, states);
    activations = node.get(Recurrent.LSTM_ACTIVATIONS);
    IdlEnum layout = node.get(Recurrent.LSTM_LAYOUT);
    places = "iofg".chars().map(gate -> Recurrent.gate(layout, (char) gate)).toArray();
  }

  @Override
  int phases() {
    return 1;
  }

  @Override
  void run(int phase, int direction, int panel, int worker) {
    for (int place : places) {
      multiply(direction, place, memory.hidden(direction), panel, worker);
    }
    long offset = offset(panel);
    long bytes = bytes(panel);
    for (int row = 0; row < batch; row++) {
      row(direction, row * memory.rowBytes() + offset, offset, bytes);
    }
  }

  /**
   * @param at bytes from the beginning of a state to the panel's units of one row
   * @param unit bytes from the beginning of a row
   */
  private void row(int direction, long at, long unit, long bytes) {
    long cell = memory.cell(direction) + at;
    for (int gate = 0; gate < places.length; gate++) {
      long sums = sum(direction, places[gate], at, unit, bytes);
      boolean isFree = gate == RecurrentMemory.PEEPHOLES;
      if (!isFree && memory.hasPeepholes()) {
        GateLoops.addProduct(sums, memory.peephole(direction, gate) + unit, cell, bytes);
      }
      GateLoops.activate(activations.get(isFree ? 1 : 0), sums, bytes);
    }
    long input = memory.seen(direction, places[0]) + at;
    long output = memory.seen(direction, places[1]) + at;
    long forget = memory.seen(direction, places[2]) + at;
    long candidate = memory.seen(direction, places[3]) + at;
    GateLoops.multiply(input, candidate, candidate, bytes);
    GateLoops.multiplyAdd(cell, forget, candidate, bytes);
    // The candidate has served; its place takes the cell state on its way out.
    Lanes.copy(cell, candidate, (int) (bytes / 4));
    GateLoops.activate(activations.get(2), candidate, bytes);
    GateLoops.multiply(output, candidate, memory.nextHidden(direction) + at, bytes);
  }
}
