package train;

/** One step of the network. It remembers its last input, so each thread needs layers of its own. */
interface Layer {
  float[] forward(float[] input);

  /** Adds to the gradients of the weights and returns the gradient of the last input. */
  float[] backward(float[] gradient);
}
