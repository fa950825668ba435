package dev.webnn4j.backend.harness;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Normalisations by statistics that are given, or by those of the elements. */
final class NormalizationCases {
  private static final double ROUNDING = 0x1p-24;

  private NormalizationCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(
        BatchNormalization.OPERATOR, NormalizationCases::batch,
        InstanceNormalization.OPERATOR, NormalizationCases::instance,
        LayerNormalization.OPERATOR, NormalizationCases::layer);
  }

  /**
   * The difference to the mean is at most 16 and divided by at least 0.7, the scale at most 2: the
   * five roundings up to the sum with the bias are those of numbers up to 48.
   */
  private static OperatorCase batch(Draw draw) {
    MLOperandDataType type = draw.from(Types.FLOATS);
    Shape shape = UnaryCases.shape(draw);
    shape = shape.rank() == 0 ? Shape.of(1) : shape;
    int axis = shape.rank() > 1 && draw.oneIn(3) ? 1 : draw.between(0, shape.rank() - 1);
    Shape channels = Shape.of(shape.dim(axis));
    OperatorCase.Builder builder =
        OperatorCase.of(BatchNormalization.OPERATOR)
            .operand(BatchNormalization.INPUT, draw.type(type, shape), Fill.any())
            .operand(BatchNormalization.MEAN, draw.type(type, channels), Fill.any())
            .operand(BatchNormalization.VARIANCE, draw.type(type, channels), Fill.uniform(0.5, 9))
            .tolerance(Tolerance.ulps(1).absolute(5 * 48 * ROUNDING));
    if (axis != 1 || draw.oneIn(2)) {
      builder.with(BatchNormalization.AXIS, (long) axis);
    }
    if (draw.oneIn(2)) {
      builder.with(BatchNormalization.EPSILON, draw.of(0.0, 1e-3, 1.0));
    }
    optional(builder, BatchNormalization.SCALE, type, channels, draw);
    optional(builder, BatchNormalization.BIAS, type, channels, draw);
    return builder.build(draw);
  }

  private static OperatorCase instance(Draw draw) {
    MLOperandDataType type = draw.from(Types.FLOATS);
    MLInputOperandLayout layout = draw.of(MLInputOperandLayout.values());
    int channels = draw.size();
    boolean large = draw.oneIn(8);
    int height = large ? draw.between(16, 200) : draw.between(1, 9);
    int width = large ? draw.between(16, 200) : draw.between(1, 9);
    int most = 60_000 / height / width;
    Shape shape =
        ImageLayout.shape(layout, draw.between(1, 2), Math.clamp(channels, 1, most), height, width);
    Shape parameters = Shape.of(shape.dim(ImageLayout.channelAxis(layout)));
    OperatorCase.Builder builder =
        OperatorCase.of(InstanceNormalization.OPERATOR)
            .operand(InstanceNormalization.INPUT, draw.type(type, shape), Fill.any())
            .with(InstanceNormalization.LAYOUT, layout);
    optional(builder, InstanceNormalization.SCALE, type, parameters, draw);
    optional(builder, InstanceNormalization.BIAS, type, parameters, draw);
    return normalization(builder, InstanceNormalization.EPSILON, (long) height * width, draw);
  }

  private static OperatorCase layer(Draw draw) {
    MLOperandDataType type = draw.from(Types.FLOATS);
    Shape shape = ReductionCases.shape(0, draw);
    int rank = shape.rank();
    boolean absent = draw.oneIn(4);
    List<Long> sorted = LongStream.range(draw.between(0, rank), rank).boxed().toList();
    List<Long> axes =
        absent
            ? LongStream.range(1, Math.max(1, rank)).boxed().toList()
            : draw.oneIn(2) ? sorted : ReductionCases.axes(rank, draw);
    Shape parameters = Shape.of(axes.stream().mapToInt(a -> shape.dim(a.intValue())).toArray());
    OperatorCase.Builder builder =
        OperatorCase.of(LayerNormalization.OPERATOR)
            .operand(LayerNormalization.INPUT, draw.type(type, shape), Fill.any());
    if (!absent) {
      builder.with(LayerNormalization.AXES, axes);
    }
    optional(builder, LayerNormalization.SCALE, type, parameters, draw);
    optional(builder, LayerNormalization.BIAS, type, parameters, draw);
    long length = ReductionCases.length(shape, axes);
    return normalization(builder, LayerNormalization.EPSILON, length, draw);
  }

  private static void optional(
      OperatorCase.Builder builder,
      OperandSlot slot,
      MLOperandDataType type,
      Shape shape,
      Draw draw) {
    if (draw.oneIn(2)) {
      builder.operand(slot, draw.type(type, shape), Fill.uniform(-2, 2));
    }
  }

  /**
   * A variance of 1 or more: of a few elements by its epsilon, of many from -8 to 8 by itself. Then
   * the roundings of a mean, and those of a variance relative to it, are multiplied by the scale
   * and at most 16. Of one element the deviation is 0, and so is its error.
   */
  private static OperatorCase normalization(
      OperatorCase.Builder builder, Attribute<Double> epsilon, long length, Draw draw) {
    if (length > 1 && length < 32) {
      builder.with(epsilon, draw.uniform(1, 2));
    } else if (draw.oneIn(2)) {
      builder.with(epsilon, draw.of(length == 1 ? 1.0 : 0.0, 1e-3));
    }
    double error = (ReductionCases.roundings(length) + 8) * 2 * 16 * ROUNDING;
    return builder.tolerance(Tolerance.ulps(1).absolute(error)).build(draw);
  }
}
