package train;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The network: two convolutions of 5 x 5, each with a ReLU and a 2 x 2 maximum after it, then two
 * dense layers. The page builds the same one with MLGraphBuilder, from the same tensors.
 */
final class LeNet {
  static final int DIGITS = 10;

  private static final int FIRST_CHANNELS = 12;
  private static final int SECOND_CHANNELS = 24;
  private static final int HIDDEN = 96;
  private static final int KERNEL = 5;

  private final List<Tensor> tensors;
  private final List<Layer> layers;

  private LeNet(List<Tensor> tensors) {
    this.tensors = tensors;
    layers =
        List.of(
            new Convolution(tensors.get(0), tensors.get(1), 28),
            new Relu(FIRST_CHANNELS * 24 * 24),
            new MaxPooling(FIRST_CHANNELS, 24),
            new Convolution(tensors.get(2), tensors.get(3), 12),
            new Relu(SECOND_CHANNELS * 8 * 8),
            new MaxPooling(SECOND_CHANNELS, 8),
            new Dense(tensors.get(4), tensors.get(5)),
            new Relu(HIDDEN),
            new Dense(tensors.get(6), tensors.get(7)));
  }

  static LeNet zeros() {
    int flat = SECOND_CHANNELS * 4 * 4;
    return new LeNet(
        List.of(
            Tensor.zeros("conv1.filter", FIRST_CHANNELS, 1, KERNEL, KERNEL),
            Tensor.zeros("conv1.bias", FIRST_CHANNELS),
            Tensor.zeros("conv2.filter", SECOND_CHANNELS, FIRST_CHANNELS, KERNEL, KERNEL),
            Tensor.zeros("conv2.bias", SECOND_CHANNELS),
            Tensor.zeros("dense1.weights", flat, HIDDEN),
            Tensor.zeros("dense1.bias", HIDDEN),
            Tensor.zeros("dense2.weights", HIDDEN, DIGITS),
            Tensor.zeros("dense2.bias", DIGITS)));
  }

  /** Weights as He et al. draw them: of a variance that a ReLU keeps from layer to layer. */
  static LeNet random(RandomGenerator random) {
    LeNet network = zeros();
    for (Tensor tensor : network.tensors) {
      int[] shape = tensor.shape();
      if (shape.length > 1) {
        int inputs = shape.length == 2 ? shape[0] : shape[1] * shape[2] * shape[3];
        double deviation = Math.sqrt(2.0 / inputs);
        for (int i = 0; i < tensor.values().length; i++) {
          tensor.values()[i] = (float) (deviation * random.nextGaussian());
        }
      }
    }
    return network;
  }

  /** A network with the same weights for another thread, with gradients of its own. */
  LeNet twin() {
    return new LeNet(tensors.stream().map(Tensor::twin).toList());
  }

  List<Tensor> tensors() {
    return tensors;
  }

  int classify(float[] pixels) {
    float[] scores = scores(pixels);
    int best = 0;
    for (int digit = 1; digit < DIGITS; digit++) {
      if (scores[digit] > scores[best]) {
        best = digit;
      }
    }
    return best;
  }

  /** Adds the gradient of this sample's cross entropy and returns that loss. */
  double learn(Sample sample) {
    float[] scores = scores(sample.pixels());
    float[] gradient = softmax(scores);
    double loss = -Math.log(Math.max(gradient[sample.digit()], 1e-12));
    gradient[sample.digit()] -= 1;
    for (Layer layer : layers.reversed()) {
      gradient = layer.backward(gradient);
    }
    return loss;
  }

  private float[] scores(float[] pixels) {
    float[] values = pixels;
    for (Layer layer : layers) {
      values = layer.forward(values);
    }
    return values;
  }

  private static float[] softmax(float[] scores) {
    float most = scores[0];
    for (float score : scores) {
      most = Math.max(most, score);
    }
    float[] shares = new float[scores.length];
    float sum = 0;
    for (int i = 0; i < scores.length; i++) {
      shares[i] = (float) Math.exp(scores[i] - most);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
