package dev.webnn4j.examples.segmentation;

import static dev.webnn4j.MLConv2dFilterOperandLayout.IHWO;
import static dev.webnn4j.MLConv2dFilterOperandLayout.OHWI;
import static dev.webnn4j.MLCoordinateTransformation.ALIGN_CORNERS;
import static dev.webnn4j.MLInputOperandLayout.NHWC;
import static dev.webnn4j.MLInterpolationMode.LINEAR;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;

import dev.webnn4j.MLContext;
import dev.webnn4j.MLConv2dOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * DeepLabV3 on a MobileNetV2 that was trained with the classes of PASCAL VOC: <a
 * href="https://arxiv.org/abs/1706.05587">Chen et al., "Rethinking Atrous Convolution"</a>. Images
 * are [1, height, width, channels].
 */
final class DeepLab implements AutoCloseable {
  private static final int BLOCKS = 17;

  private final MLContext context;
  private final MLGraph graph;
  private final MLTensor input;
  private final MLTensor output;

  private DeepLab(MLContext context, MLGraph graph) {
    this.context = context;
    this.graph = graph;
    this.input =
        context.createTensor(MLTensorDescriptor.of(graph.inputs().get("image")).asWritable());
    this.output =
        context.createTensor(MLTensorDescriptor.of(graph.outputs().get("classes")).asReadable());
  }

  /**
   * Compiles the network.
   *
   * @param weights the directory of the .npy files
   * @param size the side of the square input
   */
  static DeepLab load(MLContext context, Path weights, int size) throws IOException {
    MLGraphBuilder builder = new MLGraphBuilder(context);
    MLOperand classes = new Topology(builder, new Weights(weights, builder)).of(size);
    return new DeepLab(context, builder.build(Map.of("classes", classes)));
  }

  /** Takes red, green and blue of each pixel, from 0 to 255, row by row. */
  void run(float[] pixels) {
    context.writeTensor(input, pixels);
    context.dispatch(graph, Map.of("image", input), Map.of("classes", output));
    context.finish();
  }

  /** Each pixel's class, row by row, after {@link #run}. */
  int[] classes() {
    int[] classes = new int[Math.toIntExact(output.type().elementCount())];
    context.readTensor(output, classes);
    return classes;
  }

  @Override
  public void close() {
    input.close();
    output.close();
    graph.close();
  }

  /** Builds the graph, from the image down. */
  private record Topology(MLGraphBuilder builder, Weights weights) {
    MLOperand of(int size) throws IOException {
      MLOperand image = builder.input("image", MLOperandDescriptor.of(FLOAT32, 1, size, size, 3));
      MLOperand scaled = builder.linear(image, o -> o.alpha(2 / 255.0).beta(-1));
      MLOperand features = relu6(conv(scaled, "MobilenetV2_Conv_Conv2D", 2, 1));
      for (int index = 0; index < BLOCKS; index++) {
        features = block(features, index);
      }
      MLOperand logits = resize(head(features), size, size);
      return builder.argMax(logits, 3, o -> o.outputDataType(INT32));
    }

    /** An inverted residual: widen, filter each channel by itself, narrow. */
    private MLOperand block(MLOperand input, int index) throws IOException {
      String name = "MobilenetV2_expanded_conv" + (index == 0 ? "" : "_" + index);
      int stride = index == 1 || index == 3 ? 2 : 1;
      // Dilated filters instead of strides keep the features at an eighth of the image.
      int dilation = index >= 14 ? 4 : index >= 7 ? 2 : 1;
      MLOperand wide = index == 0 ? input : relu6(conv(input, name + "_expand_Conv2D", 1, 0));
      MLOperand filtered = relu6(depthwise(wide, name + "_depthwise", stride, dilation));
      MLOperand narrow = conv(filtered, name + "_project_Conv2D", 1, 0);
      return narrow.shape().equals(input.shape()) ? builder.add(narrow, input) : narrow;
    }

    /** What each place looks like, beside what the whole image looks like. */
    private MLOperand head(MLOperand features) throws IOException {
      MLOperand mean = builder.averagePool2d(features, o -> o.layout(NHWC));
      MLOperand whole = builder.relu(conv(mean, "image_pooling_Conv2D", 1, 0));
      MLOperand place = builder.relu(conv(features, "aspp0_Conv2D", 1, 0));
      MLOperand spread = resize(whole, features.shape().dim(1), features.shape().dim(2));
      MLOperand both = builder.concat(List.of(spread, place), 3);
      MLOperand joined = builder.relu(conv(both, "concat_projection_Conv2D", 1, 0));
      return conv(joined, "logits_semantic_Conv2D", "logits_semantic_biases", o -> {});
    }

    private MLOperand conv(MLOperand input, String filter, int stride, int padding)
        throws IOException {
      return conv(
          input,
          filter,
          filter + "_bn_offset",
          o -> o.strides(stride, stride).padding(padding, padding, padding, padding));
    }

    private MLOperand conv(
        MLOperand input, String filter, String bias, Consumer<MLConv2dOptions> options)
        throws IOException {
      MLOperand kernel = weights.constant(filter);
      MLOperand offset = weights.constant(bias);
      return builder.conv2d(
          input,
          kernel,
          o -> options.accept(o.label(filter).inputLayout(NHWC).filterLayout(OHWI).bias(offset)));
    }

    private MLOperand depthwise(MLOperand input, String name, int stride, int dilation)
        throws IOException {
      String filter = name + "_depthwise";
      MLOperand kernel = weights.constant(filter);
      MLOperand offset =
          weights.constant(
              dilation > 1 ? name + "_BatchNorm_FusedBatchNorm" : filter + "_bn_offset");
      return builder.conv2d(
          input,
          kernel,
          o ->
              o.label(filter)
                  .inputLayout(NHWC)
                  .filterLayout(IHWO)
                  .groups(input.shape().dim(3))
                  .strides(stride, stride)
                  .dilations(dilation, dilation)
                  .padding(dilation, dilation, dilation, dilation)
                  .bias(offset));
    }

    private MLOperand relu6(MLOperand input) {
      return builder.clamp(input, o -> o.minValue(0).maxValue(6));
    }

    private MLOperand resize(MLOperand input, int height, int width) {
      return builder.resample2d(
          input,
          o ->
              o.mode(LINEAR)
                  .axes(1, 2)
                  .sizes(height, width)
                  .coordinateTransformation(ALIGN_CORNERS));
    }
  }
}
