package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperand;
import dev.webnn4j.benchmarks.onnx.OnnxException;
import dev.webnn4j.benchmarks.onnx.OnnxNode;

/** Resizing of the last two axes to given sizes, linearly. */
final class ResizeImport {
  private static final int SIZES = 3;

  private ResizeImport() {}

  static MLOperand resize(ImportContext context, OnnxNode node) {
    if (!node.text("mode", "nearest").equals("linear")) {
      throw new OnnxException("Resize: only the mode linear is imported");
    }
    MLOperand input = context.operand(node, 0);
    long[] sizes = context.constant(node, SIZES).integers();
    if (sizes.length != 4 || sizes[0] != input.shape().dim(0) || sizes[1] != input.shape().dim(1)) {
      throw new OnnxException("Resize: only the last two of four axes can change their size");
    }
    MLCoordinateTransformation transformation =
        switch (node.text("coordinate_transformation_mode", "half_pixel")) {
          case "half_pixel" -> MLCoordinateTransformation.HALF_PIXEL;
          case "align_corners" -> MLCoordinateTransformation.ALIGN_CORNERS;
          case "asymmetric" -> MLCoordinateTransformation.ASYMMETRIC;
          case String other ->
              throw new OnnxException(
                  "Resize: the coordinate transformation " + other + " is not imported");
        };
    return context
        .builder()
        .resample2d(
            input,
            options ->
                options
                    .mode(MLInterpolationMode.LINEAR)
                    .sizes(Math.toIntExact(sizes[2]), Math.toIntExact(sizes[3]))
                    .axes(2, 3)
                    .coordinateTransformation(transformation));
  }
}
