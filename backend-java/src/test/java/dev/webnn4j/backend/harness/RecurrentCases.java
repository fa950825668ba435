package dev.webnn4j.backend.harness;

import dev.webnn4j.MLGruWeightLayout;
import dev.webnn4j.MLLstmWeightLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.MLRecurrentNetworkDirection;
import dev.webnn4j.Shape;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import dev.webnn4j.op.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Recurrent networks: every option, and gates that saturate. */
final class RecurrentCases {
  /** The multiplications of one case, about. */
  private static final int MAX_WORK = 60_000;

  private RecurrentCases() {}

  static Map<Operator, CaseGenerator> generators() {
    Map<Operator, CaseGenerator> generators = new HashMap<>();
    for (RecurrentNetwork network : RecurrentNetwork.values()) {
      generators.put(network.operator(), draw -> new RecurrentCase(network, draw).build());
    }
    return generators;
  }

  private static final class RecurrentCase {
    private final RecurrentNetwork network;
    private final Draw draw;
    private final MLOperandDataType type;
    private final List<MLRecurrentNetworkActivation> activations;
    private final MLRecurrentNetworkDirection direction;
    private final int hidden;
    private final int inputs;
    private final int steps;
    private final int batch;

    /** The sum of the magnitudes in a row of either weight, at most. */
    private final double weights;

    /** The magnitude of a bias or a peephole weight, at most. */
    private final double biases;

    private final OperatorCase.Builder builder;

    RecurrentCase(RecurrentNetwork network, Draw draw) {
      this.network = network;
      this.draw = draw;
      type = draw.from(Types.FLOATS);
      activations = activations(network, draw);
      direction =
          network.isCell()
              ? MLRecurrentNetworkDirection.FORWARD
              : draw.of(MLRecurrentNetworkDirection.values());
      boolean large = draw.oneIn(8);
      // More rows than are multiplied at once: the steps come in blocks, the last one shorter.
      boolean crowded = !large && !network.isCell() && draw.oneIn(5);
      hidden = large ? draw.between(100, 140) : crowded ? draw.between(1, 4) : draw.size();
      inputs = large ? draw.between(60, 140) : crowded ? draw.between(1, 4) : draw.size();
      // What has no upper bound grows with each step, and the errors with it.
      boolean grows = activations.contains(MLRecurrentNetworkActivation.RELU);
      steps = network.isCell() ? 1 : crowded ? 3 : draw.between(1, grows ? 3 : 5);
      int work = network.gates() * hidden * (hidden + inputs) * steps;
      batch = crowded ? draw.between(81, 119) : Math.clamp(MAX_WORK / work, 1, draw.size());
      weights = grows ? 0.25 : 0.75;
      // So large that exponentials overflow, which must not show where what follows is bounded.
      biases = !grows && draw.oneIn(6) ? 200 : 0.25;
      builder = OperatorCase.of(network.operator());
    }

    private static List<MLRecurrentNetworkActivation> activations(
        RecurrentNetwork network, Draw draw) {
      var attribute = network.isLstm() ? Recurrent.LSTM_ACTIVATIONS : Recurrent.GRU_ACTIVATIONS;
      var usual = attribute.defaultValue().orElseThrow();
      return draw.oneIn(2)
          ? usual
          : usual.stream().map(_ -> draw.of(MLRecurrentNetworkActivation.values())).toList();
    }

    OperatorCase build() {
      int rows = network.gates() * hidden;
      if (network.isCell()) {
        operand(network.input(), 1, batch, inputs);
      } else {
        builder.operand(network.input(), draw.type(type, Shape.of(steps, batch, inputs)), fill(1));
        builder.with(Recurrent.STEPS, (long) steps).with(Recurrent.DIRECTION, direction);
        builder.with(Recurrent.RETURN_SEQUENCE, draw.oneIn(2));
      }
      builder.with(Recurrent.HIDDEN_SIZE, (long) hidden);
      operand(network.weight(), weights / inputs, rows, inputs);
      operand(network.recurrentWeight(), weights / hidden, rows, hidden);
      sometimes(network.bias(), rows);
      sometimes(network.recurrentBias(), rows);
      network.peepholeWeight().ifPresent(slot -> sometimes(slot, 3 * hidden));
      state(network.hiddenState());
      network.cellState().ifPresent(this::state);
      setOptions();
      return builder.build(draw);
    }

    private void setOptions() {
      var errors = new RecurrentErrors(inputs + hidden, weights + biases, weights, biases, biases);
      double error;
      if (network.isLstm()) {
        builder.with(Recurrent.LSTM_LAYOUT, draw.of(MLLstmWeightLayout.values()));
        builder.with(Recurrent.LSTM_ACTIVATIONS, activations);
        error = errors.lstm(steps, activations);
      } else {
        builder.with(Recurrent.GRU_LAYOUT, draw.of(MLGruWeightLayout.values()));
        builder.with(Recurrent.GRU_ACTIVATIONS, activations);
        builder.with(Recurrent.RESET_AFTER, draw.oneIn(2));
        error = errors.gru(steps, activations);
      }
      builder.tolerance(Tolerance.ulps(1).absolute(error));
    }

    private static Fill fill(double size) {
      return Fill.uniform(-size, size);
    }

    /** An operand that has a dimension for directions unless it is a cell's. */
    private void operand(OperandSlot slot, double size, int... dims) {
      builder.operand(slot, draw.type(type, shape(dims)), fill(size));
    }

    private Shape shape(int... dims) {
      if (network.isCell()) {
        return Shape.of(dims);
      }
      int directions = direction == MLRecurrentNetworkDirection.BOTH ? 2 : 1;
      return Shape.of(IntStream.concat(IntStream.of(directions), IntStream.of(dims)).toArray());
    }

    private void sometimes(OperandSlot slot, int... dims) {
      if (!draw.oneIn(3)) {
        operand(slot, biases, dims);
      }
    }

    private void state(OperandSlot slot) {
      if (!slot.isOptional() || draw.oneIn(2)) {
        operand(slot, 1, batch, hidden);
      }
    }
  }
}
