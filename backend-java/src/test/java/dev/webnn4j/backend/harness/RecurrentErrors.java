package dev.webnn4j.backend.harness;

import dev.webnn4j.MLRecurrentNetworkActivation;
import java.util.List;

/**
 * How far float32 may lie from the truth after some steps of a recurrent network, at worst: each
 * value has a bound of its magnitude and one of its error, and these are carried through the
 * formulas of a step. Roundings count as in {@link Tolerance#sum}.
 *
 * @param terms the products in a gate's sum
 * @param given how large the part of a gate's sum is that comes from the input, its bias included
 * @param recurrent the sum of the magnitudes in a row of the recurrent weight
 * @param recurrentBias its magnitude
 * @param peephole its magnitude
 */
record RecurrentErrors(
    int terms, double given, double recurrent, double recurrentBias, double peephole) {
  private static final double ROUNDING = 0x1p-24;

  /** What a library's exponential, and the few operations around it, lose. */
  private static final double FUNCTION = 4 * ROUNDING;

  /** A value: how large it may be and how far off. */
  private record Bound(double size, double error) {
    Bound plus(Bound other) {
      return new Bound(size + other.size, error + other.error).rounded(1);
    }

    Bound times(Bound other) {
      double product = size * other.size;
      return new Bound(product, error * other.size + size * other.error).rounded(1);
    }

    Bound rounded(int times) {
      return new Bound(size, error + times * ROUNDING * size);
    }

    Bound activated(MLRecurrentNetworkActivation activation) {
      return switch (activation) {
        case RELU -> this;
        case SIGMOID -> new Bound(1, error / 4 + FUNCTION);
        case TANH -> new Bound(Math.min(1, size), error + FUNCTION);
      };
    }
  }

  private Bound matrix(Bound state) {
    return new Bound(recurrent * state.size + recurrentBias, recurrent * state.error);
  }

  private Bound sum(Bound seen) {
    return new Bound(given + seen.size, seen.error).rounded(terms + 4);
  }

  /** The error of a hidden state whose elements were at most 1 before the first step. */
  double gru(int steps, List<MLRecurrentNetworkActivation> activations) {
    Bound hidden = new Bound(1, 0);
    for (int step = 0; step < steps; step++) {
      Bound gate = sum(matrix(hidden)).activated(activations.get(0));
      // Whether the reset comes before the product or after it, it counts for the whole of it.
      Bound candidate = sum(gate.times(matrix(hidden))).activated(activations.get(1));
      boolean mixes = activations.get(0) == MLRecurrentNetworkActivation.SIGMOID;
      Bound rest = new Bound(mixes ? 1 : 1 + gate.size, gate.error).rounded(1);
      Bound next = gate.times(hidden).plus(rest.times(candidate));
      double size = mixes ? Math.max(hidden.size, candidate.size) : next.size;
      hidden = new Bound(size, next.error);
    }
    return hidden.error;
  }

  /** The same for states of a long short-term memory, whichever of them is further off. */
  double lstm(int steps, List<MLRecurrentNetworkActivation> activations) {
    Bound hidden = new Bound(1, 0);
    Bound cell = new Bound(1, 0);
    for (int step = 0; step < steps; step++) {
      Bound sum = sum(matrix(hidden)).plus(cell.times(new Bound(peephole, 0)));
      Bound gate = sum.activated(activations.get(0));
      Bound input = gate.times(sum(matrix(hidden)).activated(activations.get(1)));
      cell = gate.times(cell).plus(input);
      hidden = gate.times(cell.activated(activations.get(2)));
    }
    return Math.max(hidden.error, cell.error);
  }
}
