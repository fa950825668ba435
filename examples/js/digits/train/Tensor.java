package train;

/** A learned array with its gradient; the values run in row-major order of the shape. */
record Tensor(String name, int[] shape, float[] values, float[] gradient) {
  static Tensor zeros(String name, int... shape) {
    int size = 1;
    for (int side : shape) {
      size *= side;
    }
    return new Tensor(name, shape, new float[size], new float[size]);
  }

  /** The same values, with a gradient of its own. */
  Tensor twin() {
    return new Tensor(name, shape, values, new float[values.length]);
  }
}
