package train;

/** Keeps the largest of each 2 x 2 pixels. */
final class MaxPooling implements Layer {
  private final int sideIn;
  private final float[] output;
  private final int[] chosen;

  MaxPooling(int channels, int sideIn) {
    this.sideIn = sideIn;
    int size = channels * (sideIn / 2) * (sideIn / 2);
    output = new float[size];
    chosen = new int[size];
  }

  @Override
  public float[] forward(float[] input) {
    int sideOut = sideIn / 2;
    for (int i = 0; i < output.length; i++) {
      int row = i / sideOut;
      int column = i % sideOut;
      // Rows of all channels follow one another, and the side is even.
      int first = 2 * row * sideIn + 2 * column;
      int best = first;
      for (int other : new int[] {first + 1, first + sideIn, first + sideIn + 1}) {
        if (input[other] > input[best]) {
          best = other;
        }
      }
      chosen[i] = best;
      output[i] = input[best];
    }
    return output;
  }

  @Override
  public float[] backward(float[] gradient) {
    float[] spread = new float[4 * gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      spread[chosen[i]] += gradient[i];
    }
    return spread;
  }
}
