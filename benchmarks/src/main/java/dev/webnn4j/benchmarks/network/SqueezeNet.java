package dev.webnn4j.benchmarks.network;

import dev.webnn4j.benchmarks.child.TensorFiles;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute.Ints;
import dev.webnn4j.benchmarks.onnx.OnnxConstant;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.models.Npy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SqueezeNet 1.1, which classifies photos, from the weights of the test data. */
final class SqueezeNet {
  private static final String FOLDER = "npy/squeezenet1.1_nchw/";
  private static final float BRIGHTEST = 255;
  private static final int EXAMPLES = 3;
  private static final int SIZE = 224;
  private static final int CLASSES = 1000;

  private final Path weights;
  private final ModelBuilder model = new ModelBuilder("squeezenet1.1");
  private int convolutions;

  private SqueezeNet(Path weights) {
    this.weights = weights;
  }

  static Network make(String name, Workspace workspace) throws IOException {
    OnnxModel model = new SqueezeNet(workspace.given(FOLDER + "weights")).build();
    List<Network.Example> examples = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      Path pair = workspace.given(FOLDER + "test_data_set/" + i);
      Path folder = workspace.folder(name).resolve("example" + i);
      examples.add(
          new Network.Example(
              copy(pair.resolve("input_0.npy"), model.inputs().getFirst().name(), folder, "in"),
              copy(
                  pair.resolve("output_0.npy"), model.outputs().getFirst().name(), folder, "out")));
    }
    return workspace.write(name, model, BRIGHTEST, examples);
  }

  private static Path copy(Path npy, String tensor, Path folder, String part) throws IOException {
    Path place = folder.resolve(part);
    TensorFiles.store(Map.of(tensor, Npy.read(npy).data()), place);
    return place;
  }

  private OnnxModel build() throws IOException {
    String x = conv(model.input("input", 1, 3, SIZE, SIZE), 2, 0);
    x = fire(fire(pool(x)));
    x = fire(fire(pool(x)));
    x = fire(fire(fire(fire(pool(x)))));
    x = model.add("GlobalAveragePool", conv(x, 1, 0));
    model.add("Reshape", x, model.constant(OnnxConstant.of("shape", 1, CLASSES)));
    return model.finish(1, CLASSES);
  }

  /** Squeezes to few channels, and expands them by windows of one and of nine pixels. */
  private String fire(String x) throws IOException {
    String squeezed = conv(x, 1, 0);
    return model.add(
        "Concat",
        List.of(conv(squeezed, 1, 0), conv(squeezed, 1, 1)),
        Map.of("axis", new OnnxAttribute.Int(1)));
  }

  /** The next convolution, in the order of the weights' numbers, and its relu. */
  private String conv(String x, int stride, int padding) throws IOException {
    String layer = "squeezenet0_conv" + convolutions++;
    String y =
        model.add(
            "Conv",
            List.of(x, weight(layer + "_weight"), weight(layer + "_bias")),
            Map.of(
                "strides", Ints.of(stride, stride),
                "pads", Ints.of(padding, padding, padding, padding)));
    return model.add("Relu", y);
  }

  private String weight(String name) throws IOException {
    Npy array = Npy.read(weights.resolve(name + ".npy"));
    return model.constant(new OnnxConstant(name, array.descriptor(), array.data()));
  }

  private String pool(String x) {
    return model.add(
        "MaxPool", List.of(x), Map.of("kernel_shape", Ints.of(3, 3), "strides", Ints.of(2, 2)));
  }
}
