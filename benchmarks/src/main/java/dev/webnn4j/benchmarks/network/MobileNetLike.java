package dev.webnn4j.benchmarks.network;

import dev.webnn4j.benchmarks.onnx.OnnxAttribute;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute.Ints;
import dev.webnn4j.benchmarks.onnx.OnnxConstant;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A network in the manner of MobileNetV2 with widths, sizes and weights from a seed: what is fast
 * here is not made for one network. Widths are multiples of 8, as those of such networks are.
 */
final class MobileNetLike {
  /** What follows a convolution. */
  enum Activation {
    RELU6,
    HARD_SWISH
  }

  /**
   * Some blocks of one width.
   *
   * @param stride of the first block
   * @param kernel of the depthwise convolutions
   */
  private record Stage(int blocks, int width, int stride, int dilation, int kernel) {}

  private final Activation activation;
  private final RandomGenerator random;
  private final ModelBuilder model = new ModelBuilder("mobilenet_like");
  private int weights;

  private MobileNetLike(Activation activation, long seed) {
    this.activation = activation;
    // Named, so that a seed means the same on every JDK.
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static NetworkMaker of(Activation activation) {
    return (name, workspace) ->
        workspace.write(name, build(activation, workspace.seed()), 1, List.of());
  }

  static OnnxModel build(Activation activation, long seed) {
    return new MobileNetLike(activation, seed).build();
  }

  private OnnxModel build() {
    int height = 160 + 8 * random.nextInt(16) + random.nextInt(8);
    int width = 160 + 8 * random.nextInt(16) + random.nextInt(8);
    int classes = 100 + random.nextInt(900);
    int channels = width(24, 40);
    String x = model.input("input", 1, 3, height, width);
    x = activate(conv(x, 3, channels, new Window(3, 2, 1), 1));
    for (Stage stage : stages()) {
      for (int block = 0; block < stage.blocks(); block++) {
        int stride = block == 0 ? stage.stride() : 1;
        Window window = new Window(stage.kernel(), stride, stage.dilation());
        x = block(x, channels, stage.width(), window);
        channels = stage.width();
      }
    }
    int last = width(480, 960);
    x = activate(conv(x, channels, last, Window.POINT, 1));
    x = model.add("GlobalAveragePool", x);
    x = model.add("Reshape", x, model.constant(OnnxConstant.of("features", 1, last)));
    model.add(
        "Gemm",
        List.of(x, weight(last, classes, last), weight(last, classes)),
        Map.of("transB", new OnnxAttribute.Int(1)));
    return model.finish(1, classes);
  }

  /** Halves the image three or four times, dilates at the end, has windows of 5x5 in between. */
  private List<Stage> stages() {
    int dilation = 1 + random.nextInt(3);
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage(1, width(8, 24), 1, 1, 3));
    stages.add(new Stage(2, width(16, 40), 2, 1, 3));
    stages.add(new Stage(2 + random.nextInt(2), width(24, 56), 2, 1, 5));
    stages.add(new Stage(3 + random.nextInt(2), width(56, 96), 2, 1, 3));
    stages.add(new Stage(2 + random.nextInt(2), width(80, 136), 1, dilation, 5));
    stages.add(new Stage(2 + random.nextInt(2), width(128, 200), 1, dilation + 1, 3));
    return stages;
  }

  private int width(int least, int most) {
    return 8 * random.nextInt(least / 8, most / 8 + 1);
  }

  /** A square window with as much padding as keeps the image's size at stride 1. */
  private record Window(int kernel, int stride, int dilation) {
    static final Window POINT = new Window(1, 1, 1);

    int padding() {
      return dilation * (kernel - 1) / 2;
    }
  }

  /** Expands, convolves each channel for itself, projects; adds its input where that fits. */
  private String block(String x, int channels, int width, Window window) {
    int expanded = channels * (3 + random.nextInt(4));
    String y = activate(conv(x, channels, expanded, Window.POINT, 1));
    y = activate(conv(y, expanded, expanded, window, expanded));
    y = conv(y, expanded, width, Window.POINT, 1);
    return window.stride() == 1 && channels == width ? model.add("Add", y, x) : y;
  }

  private String conv(String x, int channels, int filters, Window window, int groups) {
    int[] shape = {filters, channels / groups, window.kernel(), window.kernel()};
    int reads = shape[1] * shape[2] * shape[3];
    int padding = window.padding();
    return model.add(
        "Conv",
        List.of(x, weight(reads, shape), weight(reads, filters)),
        Map.of(
            "strides", Ints.of(window.stride(), window.stride()),
            "dilations", Ints.of(window.dilation(), window.dilation()),
            "pads", Ints.of(padding, padding, padding, padding),
            "group", new OnnxAttribute.Int(groups)));
  }

  private String activate(String x) {
    return switch (activation) {
      case RELU6 -> model.add("Clip", x, model.number(0), model.number(6));
      case HARD_SWISH -> model.add("HardSwish", x);
    };
  }

  /** Numbers that keep the size of what they are multiplied with, summed up over the reads. */
  private String weight(int reads, int... shape) {
    int count = 1;
    for (int size : shape) {
      count *= size;
    }
    float[] values = new float[count];
    double deviation = Math.sqrt(2.0 / reads);
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return model.constant(OnnxConstant.of("weight_" + weights++, values, shape));
  }
}
