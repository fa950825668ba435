package dev.webnn4j.benchmarks.network;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute;
import dev.webnn4j.benchmarks.onnx.OnnxConstant;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import dev.webnn4j.benchmarks.onnx.OnnxReader;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * DeepLabV3 on MobileNetV2, which labels each pixel: as the test data has it, and in other sizes.
 */
final class DeepLab {
  private static final String FOLDER = "deeplab/onnx/";
  private static final float BRIGHTEST = 255;

  /** The size of the file that other sizes are made from. */
  private static final int ORIGINAL = 513;

  private DeepLab() {}

  static NetworkMaker given() {
    return (name, workspace) -> {
      Path file = workspace.given(FOLDER + name + ".onnx");
      OnnxModel model = OnnxReader.read(file);
      return new Network(name, file, model.inputs(), model.outputs(), BRIGHTEST, List.of());
    };
  }

  /**
   * The same weights for other images.
   *
   * @param size height and width, one more than a multiple of 8
   */
  static NetworkMaker resized(int size, int batch) {
    return (name, workspace) -> {
      Path file = workspace.given(FOLDER + "deeplab_" + ORIGINAL + "_fp32.onnx");
      OnnxModel model = resize(OnnxReader.read(file), size, batch);
      return workspace.write(name, model, BRIGHTEST, List.of());
    };
  }

  /**
   * Changes what in the graph depends on the size: inputs and outputs, the window of the pooling
   * over all features, and the sizes that features and labels are resized to.
   */
  static OnnxModel resize(OnnxModel model, int size, int batch) {
    Map<Long, Long> sizes =
        Map.of((long) ORIGINAL, (long) size, features(ORIGINAL), features(size));
    return model.with(
        node -> window(node, sizes),
        constant -> targetSize(constant, sizes, batch),
        border -> border(border, sizes, batch));
  }

  /** The network makes one feature of 8x8 pixels. */
  private static long features(int size) {
    return (size - 1L) / 8 + 1;
  }

  private static OnnxNode window(OnnxNode node, Map<Long, Long> sizes) {
    if (!node.opType().equals("AveragePool")) {
      return node;
    }
    Map<String, OnnxAttribute> attributes = new HashMap<>(node.attributes());
    int[] window = node.integers("kernel_shape");
    attributes.put(
        "kernel_shape",
        new OnnxAttribute.Ints(
            Arrays.stream(window).mapToObj(pixels -> sizes.get((long) pixels)).toList()));
    return new OnnxNode(node.opType(), node.inputs(), node.outputs(), attributes);
  }

  private static OnnxConstant targetSize(OnnxConstant constant, Map<Long, Long> sizes, int batch) {
    if (constant.type().dataType() != MLOperandDataType.INT64) {
      return constant;
    }
    long[] target = constant.integers();
    target[0] = batch;
    for (int axis = 2; axis < target.length; axis++) {
      target[axis] = sizes.get(target[axis]);
    }
    return OnnxConstant.of(constant.name(), target);
  }

  private static OnnxValue border(OnnxValue value, Map<Long, Long> sizes, int batch) {
    int[] shape = value.type().shape().dims();
    shape[0] = batch;
    for (int axis = shape.length - 2; axis < shape.length; axis++) {
      shape[axis] = Math.toIntExact(sizes.get((long) shape[axis]));
    }
    return new OnnxValue(
        value.name(), new MLOperandDescriptor(value.type().dataType(), Shape.of(shape)));
  }
}
