package dev.webnn4j.backend.harness;

import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.List;

/**
 * The values of a recurrent network's operands, and what a kernel may lose on them.
 *
 * <p>Gates without an upper bound multiply the state, and so its error, at each step: with operands
 * around 1 a network of five steps leads to states of 1e25, and then says nothing about a kernel.
 * Bounded ones saturate there and hardly depend on their operands. So weights are as large as they
 * may be for float32 to stay close to the truth.
 */
public final class RecurrentValues {
  /** The error that is allowed at most, unless gates saturate. */
  private static final double MAX_ERROR = 0x1p-12;

  private static final double LARGEST_WEIGHTS = 0.75;
  private static final double SMALLEST_WEIGHTS = 0x1p-7;
  private static final double SATURATING = 200;

  private final RecurrentNetwork network;
  private final Call call;
  private final Recurrent.Geometry geometry;
  private final List<MLRecurrentNetworkActivation> activations;

  /** The sum of the magnitudes in a row of either weight, at most. */
  private final double weights;

  /** The magnitude of a bias or a peephole weight, at most. */
  private final double biases;

  private RecurrentValues(Call call, boolean saturating) {
    network = RecurrentNetwork.of(call.operator()).orElseThrow();
    this.call = call;
    geometry = Recurrent.geometry(call, network);
    activations =
        call.get(network.isLstm() ? Recurrent.LSTM_ACTIVATIONS : Recurrent.GRU_ACTIVATIONS);
    weights = largestWeights();
    biases = saturating ? SATURATING : weights / 2;
  }

  /** A case of a valid call. */
  public static OperatorCase fill(Call call, Draw draw) {
    return new RecurrentValues(call, false).fill(draw);
  }

  /**
   * A case whose biases saturate its gates. Hardly any error is beyond what float32 may lose then;
   * it shows that exponentials overflow in silence, if what they are for is bounded.
   */
  static OperatorCase saturate(Call call, Draw draw) {
    return new RecurrentValues(call, true).fill(draw);
  }

  private double largestWeights() {
    double size = LARGEST_WEIGHTS;
    // A bound that overflows may be NaN.
    while (!(error(size, size / 2) <= MAX_ERROR)) {
      size /= 2;
      if (size < SMALLEST_WEIGHTS) {
        throw new AssertionError(
            "float32 loses more than " + MAX_ERROR + " whatever the weights: " + call);
      }
    }
    return size;
  }

  private OperatorCase fill(Draw draw) {
    OperatorCase.Builder builder = OperatorCase.of(call.operator()).with(call.attributes());
    for (OperandSlot slot : call.operands().slots()) {
      double size = size(slot);
      builder.operand(slot, call.operands().all(slot), Fill.uniform(-size, size));
    }
    return builder.tolerance(Tolerance.ulps(1).absolute(error(weights, biases))).build(draw);
  }

  private double size(OperandSlot slot) {
    if (slot.equals(network.weight())) {
      return weights / geometry.inputSize();
    }
    if (slot.equals(network.recurrentWeight())) {
      return weights / geometry.hiddenSize();
    }
    boolean isAdded =
        slot.equals(network.bias())
            || slot.equals(network.recurrentBias())
            || network.peepholeWeight().filter(slot::equals).isPresent();
    // The input and the states.
    return isAdded ? biases : 1;
  }

  private double error(double weights, double biases) {
    int terms = geometry.inputSize() + geometry.hiddenSize();
    var errors = new RecurrentErrors(terms, weights + biases, weights, biases, biases);
    return network.isLstm()
        ? errors.lstm(geometry.steps(), activations)
        : errors.gru(geometry.steps(), activations);
  }
}
