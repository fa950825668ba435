package train;

import java.util.ArrayList;
import java.util.List;

/**
 * The optimiser of Kingma and Ba: each weight's step is scaled by what its gradients used to be.
 */
final class Adam {
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<Tensor> tensors;
  private final List<float[]> means = new ArrayList<>();
  private final List<float[]> squares = new ArrayList<>();
  private int steps;

  Adam(List<Tensor> tensors) {
    this.tensors = tensors;
    for (Tensor tensor : tensors) {
      means.add(new float[tensor.values().length]);
      squares.add(new float[tensor.values().length]);
    }
  }

  /** Moves the weights against their gradients, and clears those. */
  void step(double rate) {
    steps++;
    double meanCorrection = 1 - Math.pow(MEAN_DECAY, steps);
    double squareCorrection = 1 - Math.pow(SQUARE_DECAY, steps);
    for (int t = 0; t < tensors.size(); t++) {
      float[] values = tensors.get(t).values();
      float[] gradient = tensors.get(t).gradient();
      float[] mean = means.get(t);
      float[] square = squares.get(t);
      for (int i = 0; i < values.length; i++) {
        double slope = gradient[i];
        mean[i] = (float) (MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * slope);
        square[i] = (float) (SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * slope * slope);
        double spread = Math.sqrt(square[i] / squareCorrection) + EPSILON;
        values[i] -= (float) (rate * (mean[i] / meanCorrection) / spread);
        gradient[i] = 0;
      }
    }
  }
}
