package dev.webnn4j.backend.harness;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Resample2d;
import java.util.List;
import java.util.Map;

/** Resizing: any two axes, either way round. */
final class ResampleCases {
  private static final int MAX_ELEMENTS = 1500;

  private ResampleCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(Resample2d.OPERATOR, ResampleCases::resample);
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

  private static float scale(Draw draw) {
    return (float) draw.uniform(1, 3);
  }

  private static List<Long> sizes(Shape shape, List<Long> axes, Draw draw) {
    return axes.stream()
        .map(axis -> (long) draw.between(1, 2 * shape.dim(axis.intValue()) + 1))
        .toList();
  }
}
