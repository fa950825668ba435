package train;

/** Keeps what is above zero. */
final class Relu implements Layer {
  private final float[] output;

  Relu(int size) {
    output = new float[size];
  }

  @Override
  public float[] forward(float[] input) {
    for (int i = 0; i < output.length; i++) {
      output[i] = Math.max(0, input[i]);
    }
    return output;
  }

  @Override
  public float[] backward(float[] gradient) {
    float[] passed = new float[output.length];
    for (int i = 0; i < output.length; i++) {
      passed[i] = output[i] > 0 ? gradient[i] : 0;
    }
    return passed;
  }
}
