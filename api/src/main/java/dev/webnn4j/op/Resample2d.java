package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT8;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.List;

/** Resizes two axes of an image tensor. */
public final class Resample2d {
  public static final OperandSlot INPUT =
      OperandSlot.of("input", Types.set(FLOAT32, FLOAT16, INT8, UINT8)).rank(4);

  public static final Attribute<MLInterpolationMode> MODE =
      Attribute.choice("mode", "MLInterpolationMode", MLInterpolationMode.NEAREST_NEIGHBOR);
  public static final Attribute<List<Float>> SCALES =
      Attribute.option("scales", new AttributeType.Floats(), List.of(1f, 1f));

  /** The new sizes of the axes; where given, scales do not count. */
  public static final Attribute<List<Long>> SIZES = Attribute.optionalUints("sizes");

  public static final Attribute<List<Long>> AXES = Attribute.uints("axes", 2L, 3L);
  public static final Attribute<MLCoordinateTransformation> COORDINATE_TRANSFORMATION =
      Attribute.choice(
              "coordinateTransformation",
              "MLCoordinateTransformation",
              MLCoordinateTransformation.HALF_PIXEL)
          .extension();

  public static final Operator OPERATOR =
      Operator.named("resample2d")
          .operands(INPUT)
          .attributes(MODE, SCALES, SIZES, AXES, COORDINATE_TRANSFORMATION)
          .infers(Resample2d::infer);

  private Resample2d() {}

  private static MLOperandDescriptor infer(Call call) {
    int[] axes = axes(call);
    Shape shape = call.shape(INPUT);
    if (call.find(SIZES).isPresent()) {
      int[] sizes = call.getInts(SIZES, 2, 1);
      return call.type(INPUT).withShape(shape.with(axes[0], sizes[0]).with(axes[1], sizes[1]));
    }
    List<Float> scales = call.get(SCALES);
    call.check(scales.size() == 2, "scales %s must have 2 values", scales);
    for (int i = 0; i < 2; i++) {
      float scale = scales.get(i);
      double size = Math.floor((double) shape.dim(axes[i]) * scale);
      call.check(
          scale > 0 && size >= 1 && size <= Integer.MAX_VALUE,
          "scale %s makes an axis of %d elements %.0f long",
          scale,
          shape.dim(axes[i]),
          size);
      shape = shape.with(axes[i], (int) size);
    }
    return call.type(INPUT).withShape(shape);
  }

  /**
   * The point of an input axis that an element of the result stands for, kept inside the axis. The
   * one division comes last, so that points in the middle of two elements are exactly there.
   *
   * @param index of the element in the result
   * @param input elements of the axis in the input
   * @param output elements of the axis in the result
   */
  public static double coordinate(
      MLCoordinateTransformation transformation, int index, int input, int output) {
    double point =
        switch (transformation) {
          case HALF_PIXEL -> ((2.0 * index + 1) * input - output) / (2.0 * output);
          case ASYMMETRIC -> (double) index * input / output;
          case ALIGN_CORNERS -> output == 1 ? 0 : index * (input - 1.0) / (output - 1.0);
        };
    return Math.clamp(point, 0, input - 1.0);
  }

  /** The two axes resized, in the order of sizes and scales. */
  public static int[] axes(Call call) {
    int[] axes = call.getInts(AXES, 2, 0);
    call.check(
        axes[0] < 4 && axes[1] < 4 && axes[0] != axes[1],
        "axes %s must be two different ones below 4",
        call.get(AXES));
    return axes;
  }
}
