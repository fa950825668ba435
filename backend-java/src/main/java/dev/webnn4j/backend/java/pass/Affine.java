package dev.webnn4j.backend.java.pass;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.OperandSlot;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a node does to the channels of an image if it is {@code scale * x + shift} with constants,
 * one pair for each channel of the last axis.
 */
final class Affine {
  private final double[] scale;
  private final double[] shift;

  Affine(double[] scale, double[] shift) {
    this.scale = scale;
    this.shift = shift;
  }

  double[] scale() {
    return scale;
  }

  double[] shift() {
    return shift;
  }

  /** What a node does to one of its operands, if it is that. */
  static Optional<Affine> of(Node node, Value image, Graph graph) {
    if (!node.result().type().equals(image.type())) {
      return Optional.empty();
    }
    if (node.operator() == BatchNormalization.OPERATOR) {
      return ofNormalization(node, image, graph);
    }
    if (node.operator() == Activation.LINEAR.operator()) {
      int channels = image.shape().dim(-1);
      return Optional.of(
          new Affine(
              all(channels, rounded(node.get(Activation.LINEAR.alpha()))),
              all(channels, rounded(node.get(Activation.LINEAR.beta().orElseThrow())))));
    }
    return ElementwiseBinary.of(node.operator()).flatMap(op -> ofBinary(op, node, image, graph));
  }

  private static Optional<Affine> ofBinary(
      ElementwiseBinary function, Node node, Value image, Graph graph) {
    boolean imageFirst = node.operand(ElementwiseBinary.A) == image;
    Value other = node.operand(imageFirst ? ElementwiseBinary.B : ElementwiseBinary.A);
    int channels = image.shape().dim(-1);
    Optional<double[]> constant = perChannel(other, channels, graph);
    if (constant.isEmpty()) {
      return Optional.empty();
    }
    double[] numbers = constant.get();
    double[] ones = all(channels, 1);
    double[] zeros = new double[channels];
    return switch (function) {
      case ADD -> Optional.of(new Affine(ones, numbers));
      case SUB ->
          Optional.of(
              imageFirst
                  ? new Affine(ones, Arrays.stream(numbers).map(n -> -n).toArray())
                  : new Affine(all(channels, -1), numbers));
      case MUL -> Optional.of(new Affine(numbers, zeros));
      case DIV ->
          imageFirst
              ? Optional.of(new Affine(Arrays.stream(numbers).map(n -> 1 / n).toArray(), zeros))
              : Optional.empty();
      case MAX, MIN, POW -> Optional.empty();
    };
  }

  private static Optional<Affine> ofNormalization(Node node, Value image, Graph graph) {
    int channels = image.shape().dim(-1);
    Optional<double[]> mean = vector(node, BatchNormalization.MEAN, 0, channels, graph);
    Optional<double[]> variance = vector(node, BatchNormalization.VARIANCE, 1, channels, graph);
    Optional<double[]> factor = vector(node, BatchNormalization.SCALE, 1, channels, graph);
    Optional<double[]> bias = vector(node, BatchNormalization.BIAS, 0, channels, graph);
    boolean known =
        mean.isPresent() && variance.isPresent() && factor.isPresent() && bias.isPresent();
    if (!known
        || node.operand(BatchNormalization.INPUT) != image
        || node.get(BatchNormalization.AXIS) != image.shape().rank() - 1) {
      return Optional.empty();
    }
    double epsilon = rounded(node.get(BatchNormalization.EPSILON));
    double[] scale = new double[channels];
    double[] shift = new double[channels];
    for (int c = 0; c < channels; c++) {
      scale[c] = factor.get()[c] / Math.sqrt(variance.get()[c] + epsilon);
      shift[c] = bias.get()[c] - mean.get()[c] * scale[c];
    }
    return Optional.of(new Affine(scale, shift));
  }

  /** The elements of a slot, or what its absence means; empty if they are not constant. */
  private static Optional<double[]> vector(
      Node node, OperandSlot slot, double absent, int channels, Graph graph) {
    return node.findOperand(slot)
        .map(value -> Constants.numbers(graph, value))
        .orElseGet(() -> Optional.of(all(channels, absent)));
  }

  /** A constant that is a number for each channel, or one for all. */
  private static Optional<double[]> perChannel(Value value, int channels, Graph graph) {
    Shape shape = value.shape();
    if (shape.elementCount() == 1) {
      return Constants.numbers(graph, value).map(one -> all(channels, one[0]));
    }
    boolean fits = shape.dim(-1) == channels && shape.elementCount() == channels;
    return fits ? Constants.numbers(graph, value) : Optional.empty();
  }

  /** What kernels compute with. */
  private static double rounded(double parameter) {
    return (float) parameter;
  }

  static double[] all(int channels, double number) {
    double[] numbers = new double[channels];
    Arrays.fill(numbers, number);
    return numbers;
  }

  /** First the other, then this. */
  Affine after(Affine before) {
    double[] joint = new double[scale.length];
    double[] moved = new double[scale.length];
    for (int c = 0; c < joint.length; c++) {
      joint[c] = scale[c] * before.scale[c];
      moved[c] = scale[c] * before.shift[c] + shift[c];
    }
    return new Affine(joint, moved);
  }

  /** Whether it only shifts. */
  boolean keepsScale() {
    return Arrays.stream(scale).allMatch(factor -> factor == 1);
  }
}
