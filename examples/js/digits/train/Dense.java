package train;

/** A fully connected layer; its weights have one row for each input. */
final class Dense implements Layer {
  private final Tensor weights;
  private final Tensor bias;
  private final float[] output;
  private float[] input;

  Dense(Tensor weights, Tensor bias) {
    this.weights = weights;
    this.bias = bias;
    output = new float[bias.values().length];
  }

  @Override
  public float[] forward(float[] newInput) {
    input = newInput;
    float[] values = weights.values();
    System.arraycopy(bias.values(), 0, output, 0, output.length);
    for (int i = 0; i < input.length; i++) {
      if (input[i] != 0) {
        for (int o = 0; o < output.length; o++) {
          output[o] += input[i] * values[i * output.length + o];
        }
      }
    }
    return output;
  }

  @Override
  public float[] backward(float[] gradient) {
    float[] passed = new float[input.length];
    for (int o = 0; o < output.length; o++) {
      bias.gradient()[o] += gradient[o];
    }
    for (int i = 0; i < input.length; i++) {
      float sum = 0;
      for (int o = 0; o < output.length; o++) {
        int at = i * output.length + o;
        weights.gradient()[at] += input[i] * gradient[o];
        sum += weights.values()[at] * gradient[o];
      }
      passed[i] = sum;
    }
    return passed;
  }
}
