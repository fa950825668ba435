package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.Recurrent;
import java.util.List;

/** A turn of a gated recurrent unit. */
final class GruStep extends RecurrentStep {
  private final boolean resetAfter;
  private final List<MLRecurrentNetworkActivation> activations;

  // Where the gates stand in the weights.
  private final int update;
  private final int reset;
  private final int candidate;

  GruStep(
      Node node,
      Recurrent.Geometry geometry,
      RecurrentMemory memory,
      GateProducts inputs,
      GateProducts states) {
    super(geometry, memory, inputs, states);
    resetAfter = node.get(Recurrent.RESET_AFTER);
    activations = node.get(Recurrent.GRU_ACTIVATIONS);
    IdlEnum layout = node.get(Recurrent.GRU_LAYOUT);
    update = Recurrent.gate(layout, 'z');
    reset = Recurrent.gate(layout, 'r');
    candidate = Recurrent.gate(layout, 'n');
  }

  /** A reset before the product needs the reset gates of all hidden units. */
  @Override
  int phases() {
    return resetAfter ? 1 : 2;
  }

  @Override
  void run(int phase, int direction, int panel, int worker) {
    if (phase == 0) {
      gates(direction, panel, worker);
    }
    if (phase == phases() - 1) {
      long states = resetAfter ? memory.hidden(direction) : memory.reset(direction);
      multiply(direction, candidate, states, panel, worker);
      for (int row = 0; row < batch; row++) {
        next(direction, row * memory.rowBytes(), offset(panel), bytes(panel));
      }
    }
  }

  private void gates(int direction, int panel, int worker) {
    multiply(direction, update, memory.hidden(direction), panel, worker);
    multiply(direction, reset, memory.hidden(direction), panel, worker);
    long unit = offset(panel);
    long bytes = bytes(panel);
    for (int row = 0; row < batch; row++) {
      long at = row * memory.rowBytes() + unit;
      GateLoops.activate(activations.get(0), sum(direction, update, at, unit, bytes), bytes);
      long open = sum(direction, reset, at, unit, bytes);
      GateLoops.activate(activations.get(0), open, bytes);
      if (!resetAfter) {
        GateLoops.multiply(
            open, memory.hidden(direction) + at, memory.reset(direction) + at, bytes);
      }
    }
  }

  private void next(int direction, long row, long unit, long bytes) {
    long at = row + unit;
    long sums = memory.seen(direction, candidate) + at;
    if (resetAfter) {
      GateLoops.add(sums, bias(direction, candidate) + unit, bytes);
      long given = given(direction, candidate, at, unit, bytes);
      GateLoops.multiplyAdd(sums, memory.seen(direction, reset) + at, given, bytes);
    } else {
      sum(direction, candidate, at, unit, bytes);
    }
    GateLoops.activate(activations.get(1), sums, bytes);
    long share = memory.seen(direction, update) + at;
    long hidden = memory.hidden(direction) + at;
    GateLoops.mix(share, hidden, sums, memory.nextHidden(direction) + at, bytes);
  }
}
