package dev.webnn4j.backend.harness;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Resample2d;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Resizing: any two axes, either way round. */
final class ResampleCases {
  private static final int MAX_ELEMENTS = 1500;

  /** The axes that are resized, then the one that is searched. */
  private static final List<List<Long>> TO_SEARCH =
      List.of(
          List.of(1L, 2L, 3L),
          List.of(2L, 1L, 3L),
          List.of(2L, 3L, 1L),
          List.of(1L, 3L, 2L),
          List.of(0L, 2L, 1L),
          List.of(1L, 2L, 0L));

  private ResampleCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(
        Resample2d.OPERATOR, ResampleCases::resample,
        ResampledArgMinMax.OPERATOR, ResampleCases::resampledArgMinMax);
  }

  /**
   * Floats are a sum of four terms whose weights are products of two, each with the rounding of its
   * coordinate: relative to the size of the input, which stays below 2⁶. Where that reaches the
   * middle of two integers, the neighbour is right too.
   */
  private static OperatorCase resample(Draw draw) {
    Shape shape = draw.shape(4, 4, MAX_ELEMENTS);
    MLOperandDescriptor type = draw.type(draw.from(Resample2d.INPUT.types()), shape);
    MLInterpolationMode mode = draw.of(MLInterpolationMode.values());
    boolean linear = mode == MLInterpolationMode.LINEAR;
    List<Long> axes =
        draw.oneIn(3)
            ? draw.permutation(4).subList(0, 2)
            : draw.oneIn(2) ? List.of(1L, 2L) : List.of(2L, 3L);
    OperatorCase.Builder builder =
        OperatorCase.of(Resample2d.OPERATOR)
            .operand(Resample2d.INPUT, type, Fill.any())
            .with(Resample2d.MODE, mode)
            .with(Resample2d.AXES, axes)
            .with(
                Resample2d.COORDINATE_TRANSFORMATION, draw.of(MLCoordinateTransformation.values()))
            .tolerance(
                !linear
                    ? Tolerance.exact()
                    : type.dataType().isFloat() ? Tolerance.sum(64) : Tolerance.ulps(1));
    if (draw.oneIn(3)) {
      return builder
          .with(Resample2d.SCALES, List.of(scale(draw), scale(draw)))
          .with(Resample2d.SIZES, sizes(shape, axes, draw))
          .build(draw);
    }
    if (draw.oneIn(2)) {
      return builder.with(Resample2d.SIZES, sizes(shape, axes, draw)).build(draw);
    }
    return builder.with(Resample2d.SCALES, List.of(scale(draw), scale(draw))).build(draw);
  }

  /** Images of several layouts; the reference searches them once for each channel. */
  private static OperatorCase resampledArgMinMax(Draw draw) {
    Shape shape = draw.shape(4, 4, 400);
    // Mostly as the compiler makes them.
    MLOperandDataType dataType =
        draw.oneIn(3) ? draw.from(Resample2d.INPUT.types()) : MLOperandDataType.FLOAT32;
    MLOperandDescriptor type = draw.type(dataType, shape);
    MLInterpolationMode mode = draw.of(MLInterpolationMode.values());
    boolean linear = mode == MLInterpolationMode.LINEAR;
    List<Long> order = draw.from(TO_SEARCH);
    long searched = order.getLast();
    OperatorCase.Builder builder =
        OperatorCase.of(ResampledArgMinMax.OPERATOR)
            .operand(ResampledArgMinMax.INPUT, type, Fill.uniform(2, 8).orWhole())
            .with(Resample2d.MODE, mode)
            .with(Resample2d.AXES, order.subList(0, 2))
            .with(
                Resample2d.COORDINATE_TRANSFORMATION, draw.of(MLCoordinateTransformation.values()))
            .with(ArgMinMax.AXIS, searched)
            .with(ResampledArgMinMax.MAX, draw.oneIn(2))
            .with(ArgMinMax.KEEP_DIMENSIONS, draw.oneIn(2))
            .with(
                ArgMinMax.OUTPUT_DATA_TYPE,
                draw.of(MLOperandDataType.INT32, MLOperandDataType.INT64));
    if (draw.oneIn(2)) {
      builder.with(Resample2d.SIZES, sizes(shape, order, draw).subList(0, 2));
    } else {
      builder.with(Resample2d.SCALES, List.of(scale(draw), scale(draw)));
    }
    boolean max = builder.call().get(ResampledArgMinMax.MAX);
    for (int channel = 0; linear && channel < shape.dim((int) searched); channel++) {
      int favoured = channel;
      builder.alternative(
          operands ->
              operands.map(tensor -> favour(tensor, (int) searched, favoured, max ? 1 : -1)));
    }
    return builder.build(draw);
  }

  /** One channel so far ahead of the others that it wins where roundings decide. */
  private static Tensor favour(Tensor tensor, int axis, int channel, int sign) {
    int behind = (int) tensor.shape().elementCount(axis + 1, tensor.shape().rank());
    int channels = tensor.shape().dim(axis);
    IntPredicate favoured = i -> i / behind % channels == channel;
    return tensor.isFloat()
        ? Tensor.unrounded(
            tensor.type(), i -> tensor.real(i) + (favoured.test(i) ? sign * lead(tensor) : 0))
        : Tensor.ofIntegers(
            tensor.type(), i -> tensor.integer(i) + (favoured.test(i) ? 2 * sign : 0));
  }

  /** Of pixels below 8: a few roundings; of two integers each may be rounded the other way. */
  private static double lead(Tensor tensor) {
    return tensor.type().dataType() == MLOperandDataType.FLOAT16 ? 0x1p-6 : 0x1p-18;
  }

  private static float scale(Draw draw) {
    return (float) draw.uniform(1, 3);
  }

  private static List<Long> sizes(Shape shape, List<Long> axes, Draw draw) {
    return axes.stream()
        .map(axis -> (long) draw.between(1, 2 * shape.dim(axis.intValue()) + 1))
        .toList();
  }
}
