package dev.webnn4j.op;

import dev.webnn4j.MLGruWeightLayout;
import dev.webnn4j.MLLstmWeightLayout;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.MLRecurrentNetworkDirection;
import dev.webnn4j.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the networks of {@link RecurrentNetwork} have in common: their attributes and shapes. */
public final class Recurrent {
  public static final Attribute<Long> STEPS =
      Attribute.argument("steps", new AttributeType.UnsignedLong(true));
  public static final Attribute<Long> HIDDEN_SIZE =
      Attribute.argument("hiddenSize", new AttributeType.UnsignedLong(true));

  /** Whether the hidden states of all steps are a result too, the last one. */
  public static final Attribute<Boolean> RETURN_SEQUENCE = Attribute.flag("returnSequence", false);

  public static final Attribute<MLRecurrentNetworkDirection> DIRECTION =
      Attribute.choice(
          "direction", "MLRecurrentNetworkDirection", MLRecurrentNetworkDirection.FORWARD);

  /** Whether the reset gate acts on the product with the recurrent weight, or on its operand. */
  public static final Attribute<Boolean> RESET_AFTER = Attribute.flag("resetAfter", true);

  public static final Attribute<MLGruWeightLayout> GRU_LAYOUT =
      Attribute.choice("layout", "MLGruWeightLayout", MLGruWeightLayout.ZRN);
  public static final Attribute<MLLstmWeightLayout> LSTM_LAYOUT =
      Attribute.choice("layout", "MLLstmWeightLayout", MLLstmWeightLayout.IOFG);

  /** Of the gates z and r, and of n. */
  public static final Attribute<List<MLRecurrentNetworkActivation>> GRU_ACTIVATIONS =
      activations(MLRecurrentNetworkActivation.SIGMOID, MLRecurrentNetworkActivation.TANH);

  /** Of the gates i, o and f, of g, and of the cell state on its way out. */
  public static final Attribute<List<MLRecurrentNetworkActivation>> LSTM_ACTIVATIONS =
      activations(
          MLRecurrentNetworkActivation.SIGMOID,
          MLRecurrentNetworkActivation.TANH,
          MLRecurrentNetworkActivation.TANH);

  private Recurrent() {}

  private static Attribute<List<MLRecurrentNetworkActivation>> activations(
      MLRecurrentNetworkActivation... defaultValue) {
    return Attribute.choices("activations", "MLRecurrentNetworkActivation", List.of(defaultValue));
  }

  /**
   * The sizes of a call. A cell has one step and one direction.
   *
   * @param gates the matrices that each weight holds
   */
  public record Geometry(
      int steps,
      MLRecurrentNetworkDirection direction,
      int batch,
      int inputSize,
      int hiddenSize,
      int gates) {

    public int directions() {
      return direction == MLRecurrentNetworkDirection.BOTH ? 2 : 1;
    }

    /**
     * Which step of the sequence a direction visits at a turn.
     *
     * @param turn from 0
     */
    public int position(int directionIndex, int turn) {
      boolean backward =
          direction == MLRecurrentNetworkDirection.BACKWARD
              || (direction == MLRecurrentNetworkDirection.BOTH && directionIndex == 1);
      return backward ? steps - 1 - turn : turn;
    }

    /** The elements of one direction's hidden state. */
    public int stateSize() {
      return Math.multiplyExact(batch, hiddenSize);
    }
  }

  /** The sizes of a call that has been checked. */
  public static Geometry geometry(Call call, RecurrentNetwork network) {
    Shape input = call.shape(network.input());
    return new Geometry(
        network.isCell() ? 1 : input.dim(0),
        network.isCell() ? MLRecurrentNetworkDirection.FORWARD : call.get(DIRECTION),
        input.dim(-2),
        input.dim(-1),
        Math.toIntExact(call.get(HIDDEN_SIZE)),
        network.gates());
  }

  /**
   * Where a gate's rows stand in the weights, counted in gates.
   *
   * @param layout whose value names the gates in their order
   */
  public static int gate(IdlEnum layout, char gate) {
    return layout.idlName().indexOf(gate);
  }

  static List<MLOperandDescriptor> infer(Call call, RecurrentNetwork network) {
    checkSizes(call, network);
    Geometry geometry = geometry(call, network);
    int hidden = geometry.hiddenSize;
    int rows = hidden * geometry.gates;
    int[] state = shape(network, geometry, geometry.batch, hidden);
    checkShape(call, network.weight(), shape(network, geometry, rows, geometry.inputSize));
    checkShape(call, network.recurrentWeight(), shape(network, geometry, rows, hidden));
    checkShape(call, network.bias(), shape(network, geometry, rows));
    checkShape(call, network.recurrentBias(), shape(network, geometry, rows));
    checkShape(call, network.hiddenState(), state);
    network.cellState().ifPresent(slot -> checkShape(call, slot, state));
    network
        .peepholeWeight()
        .ifPresent(slot -> checkShape(call, slot, shape(network, geometry, 3 * hidden)));
    checkActivations(call, network);
    List<MLOperandDescriptor> results = new ArrayList<>();
    MLOperandDescriptor result = call.type(network.input()).withShape(Shape.of(state));
    results.add(result);
    if (network.isLstm()) {
      results.add(result);
    }
    if (!network.isCell() && call.get(RETURN_SEQUENCE)) {
      results.add(
          result.withShape(
              Shape.of(geometry.steps, geometry.directions(), geometry.batch, hidden)));
    }
    return List.copyOf(results);
  }

  private static void checkSizes(Call call, RecurrentNetwork network) {
    if (!network.isCell()) {
      long steps = call.get(STEPS);
      int given = call.shape(network.input()).dim(0);
      call.check(
          steps == given, "steps %d must be %d, the first dimension of the input", steps, given);
    }
    long hidden = call.get(HIDDEN_SIZE);
    // Platforms may join bias and recurrentBias into one tensor, which then must be a valid one.
    int most = Integer.MAX_VALUE / (2 * network.gates());
    call.check(hidden >= 1 && hidden <= most, "hiddenSize %d must be within 1 to %d", hidden, most);
  }

  /** The dimensions, after that of the directions unless this is a cell. */
  private static int[] shape(RecurrentNetwork network, Geometry geometry, int... dims) {
    if (network.isCell()) {
      return dims;
    }
    int[] all = new int[dims.length + 1];
    all[0] = geometry.directions();
    System.arraycopy(dims, 0, all, 1, dims.length);
    return all;
  }

  private static void checkShape(Call call, OperandSlot slot, int... expected) {
    Optional<MLOperandDescriptor> given = call.operands().find(slot);
    given.ifPresent(
        type ->
            call.check(
                type.shape().equals(Shape.of(expected)),
                "%s has shape %s; it must be %s",
                slot.name(),
                type.shape(),
                Arrays.toString(expected)));
  }

  private static void checkActivations(Call call, RecurrentNetwork network) {
    var attribute = network.isLstm() ? LSTM_ACTIVATIONS : GRU_ACTIVATIONS;
    int expected = attribute.defaultValue().orElseThrow().size();
    int given = call.get(attribute).size();
    call.check(given == expected, "activations has %d values; it must have %d", given, expected);
  }
}
