package dev.webnn4j.backend.harness;

import dev.webnn4j.MLGruWeightLayout;
import dev.webnn4j.MLLstmWeightLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.MLRecurrentNetworkDirection;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
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
    private Operands<MLOperandDescriptor> operands = Operands.none();
    private Attributes attributes = Attributes.NONE;

    RecurrentCase(RecurrentNetwork network, Draw draw) {
      this.network = network;
      this.draw = draw;
      type = draw.from(Types.FLOATS);
      activations = activations();
      direction =
          network.isCell()
              ? MLRecurrentNetworkDirection.FORWARD
              : draw.of(MLRecurrentNetworkDirection.values());
      boolean large = draw.oneIn(8);
      // More rows than are multiplied at once: the steps come in blocks, the last one shorter.
      boolean crowded = !large && !network.isCell() && draw.oneIn(5);
      hidden = large ? draw.between(100, 140) : crowded ? draw.between(1, 4) : draw.size();
      inputs = large ? draw.between(60, 140) : crowded ? draw.between(1, 4) : draw.size();
      steps = network.isCell() ? 1 : crowded ? 3 : draw.between(1, 5);
      int work = network.gates() * hidden * (hidden + inputs) * steps;
      batch = crowded ? draw.between(81, 119) : Math.clamp(MAX_WORK / work, 1, draw.size());
    }

    OperatorCase build() {
      int rows = network.gates() * hidden;
      if (network.isCell()) {
        operand(network.input(), batch, inputs);
      } else {
        operands = operands.with(network.input(), draw.type(type, Shape.of(steps, batch, inputs)));
        set(Recurrent.STEPS, (long) steps);
        set(Recurrent.DIRECTION, direction);
        set(Recurrent.RETURN_SEQUENCE, draw.oneIn(2));
      }
      set(Recurrent.HIDDEN_SIZE, (long) hidden);
      operand(network.weight(), rows, inputs);
      operand(network.recurrentWeight(), rows, hidden);
      sometimes(network.bias(), rows);
      sometimes(network.recurrentBias(), rows);
      network.peepholeWeight().ifPresent(slot -> sometimes(slot, 3 * hidden));
      state(network.hiddenState());
      network.cellState().ifPresent(this::state);
      setOptions();
      Call call = new Call(network.operator(), operands, attributes, "");
      boolean bounded = !activations.contains(MLRecurrentNetworkActivation.RELU);
      return bounded && draw.oneIn(6)
          ? RecurrentValues.saturate(call, draw)
          : RecurrentValues.fill(call, draw);
    }

    private void setOptions() {
      if (network.isLstm()) {
        set(Recurrent.LSTM_LAYOUT, draw.of(MLLstmWeightLayout.values()));
        set(Recurrent.LSTM_ACTIVATIONS, activations);
      } else {
        set(Recurrent.GRU_LAYOUT, draw.of(MLGruWeightLayout.values()));
        set(Recurrent.GRU_ACTIVATIONS, activations);
        set(Recurrent.RESET_AFTER, draw.oneIn(2));
      }
    }

    private List<MLRecurrentNetworkActivation> activations() {
      var attribute = network.isLstm() ? Recurrent.LSTM_ACTIVATIONS : Recurrent.GRU_ACTIVATIONS;
      var usual = attribute.defaultValue().orElseThrow();
      return draw.oneIn(2)
          ? usual
          : usual.stream().map(_ -> draw.of(MLRecurrentNetworkActivation.values())).toList();
    }

    private <T> void set(Attribute<T> attribute, T value) {
      attributes = attributes.with(attribute, value);
    }

    /** An operand that has a dimension for directions unless it is a cell's. */
    private void operand(OperandSlot slot, int... dims) {
      operands = operands.with(slot, draw.type(type, shape(dims)));
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
        operand(slot, dims);
      }
    }

    private void state(OperandSlot slot) {
      if (!slot.isOptional() || draw.oneIn(2)) {
        operand(slot, batch, hidden);
      }
    }
  }
}
