package dev.webnn4j.backend.reference;

import dev.webnn4j.Shape;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** {@code (x - mean) / sqrt(variance + epsilon) * scale + bias}, as the specification says it. */
final class ReferenceNormalization {
  private ReferenceNormalization() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(
        BatchNormalization.OPERATOR, ReferenceNormalization::batch,
        InstanceNormalization.OPERATOR, ReferenceNormalization::instance,
        LayerNormalization.OPERATOR, ReferenceNormalization::layer);
  }

  private static Tensor batch(ReferenceCall call) {
    Tensor input = call.tensor(BatchNormalization.INPUT);
    int axis = call.node().call().axis(BatchNormalization.AXIS, input.shape().rank());
    double epsilon = call.parameter(BatchNormalization.EPSILON);
    Tensor mean = call.tensor(BatchNormalization.MEAN);
    Tensor variance = call.tensor(BatchNormalization.VARIANCE);
    Affine affine =
        new Affine(
            call.find(BatchNormalization.SCALE),
            call.find(BatchNormalization.BIAS),
            index(input.shape(), axis));
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int channel = affine.place.applyAsInt(i);
          double centred = input.real(i) - mean.real(channel);
          return affine.of(i, centred / Math.sqrt(variance.real(channel) + epsilon));
        });
  }

  private static Tensor instance(ReferenceCall call) {
    Tensor input = call.tensor(InstanceNormalization.INPUT);
    int channelAxis = ImageLayout.channelAxis(call.get(InstanceNormalization.LAYOUT));
    return normalize(
        call,
        input,
        InstanceNormalization.axes(call.node().call()),
        InstanceNormalization.EPSILON,
        affine(
            call,
            InstanceNormalization.SCALE,
            InstanceNormalization.BIAS,
            index(input.shape(), channelAxis)));
  }

  private static Tensor layer(ReferenceCall call) {
    Tensor input = call.tensor(LayerNormalization.INPUT);
    int[] axes = LayerNormalization.axes(call.node().call());
    return normalize(
        call,
        input,
        axes,
        LayerNormalization.EPSILON,
        affine(
            call, LayerNormalization.SCALE, LayerNormalization.BIAS, index(input.shape(), axes)));
  }

  private static Tensor normalize(
      ReferenceCall call, Tensor input, int[] axes, Attribute<Double> epsilon, Affine affine) {
    double added = call.parameter(epsilon);
    double[] normal = new double[input.count()];
    for (int[] group : ReferenceReduction.groups(input.shape(), axes)) {
      double mean = Arrays.stream(group).mapToDouble(input::real).sum() / group.length;
      double squares =
          Arrays.stream(group).mapToDouble(i -> Math.pow(input.real(i) - mean, 2)).sum();
      for (int i : group) {
        normal[i] = (input.real(i) - mean) / Math.sqrt(squares / group.length + added);
      }
    }
    return Tensor.ofReals(call.resultType(), i -> affine.of(i, normal[i]));
  }

  /** The place in a tensor of the sizes of these axes, in this order. */
  private static IntUnaryOperator index(Shape shape, int... axes) {
    Shape sizes = Shape.of(Arrays.stream(axes).map(shape::dim).toArray());
    return i -> {
      int[] at = Places.coordinates(shape, i);
      return Places.index(sizes, Arrays.stream(axes).map(axis -> at[axis]).toArray());
    };
  }

  private static Affine affine(
      ReferenceCall call, OperandSlot scale, OperandSlot bias, IntUnaryOperator place) {
    return new Affine(call.find(scale), call.find(bias), place);
  }

  /**
   * What follows the normalisation.
   *
   * @param place from an element of the input to one of scale and bias
   */
  private record Affine(Optional<Tensor> scale, Optional<Tensor> bias, IntUnaryOperator place) {
    double of(int index, double normal) {
      int at = place.applyAsInt(index);
      return normal * scale.map(s -> s.real(at)).orElse(1.0)
          + bias.map(b -> b.real(at)).orElse(0.0);
    }
  }
}
