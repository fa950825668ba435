package dev.webnn4j.benchmarks.importer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute.Ints;
import dev.webnn4j.benchmarks.onnx.OnnxConstant;
import dev.webnn4j.benchmarks.onnx.OnnxException;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operator, on numbers worked out by hand. */
class OnnxImporterTest {
  private static final Map<String, OnnxAttribute> NONE = Map.of();

  private MLContext context;

  @BeforeEach
  void open() {
    context = ML.createContext();
  }

  @AfterEach
  void close() {
    context.close();
  }

  private static OnnxNode node(
      String opType, Map<String, OnnxAttribute> attributes, String... inputs) {
    return new OnnxNode(opType, List.of(inputs), List.of("y"), attributes);
  }

  private static OnnxModel model(
      List<OnnxNode> nodes, MLOperandDescriptor x, MLOperandDescriptor y, OnnxConstant... given) {
    SequencedMap<String, OnnxConstant> constants = new LinkedHashMap<>();
    Arrays.stream(given).forEach(constant -> constants.put(constant.name(), constant));
    return new OnnxModel(
        8,
        14,
        "test",
        nodes,
        constants,
        List.of(new OnnxValue("x", x)),
        List.of(new OnnxValue("y", y)));
  }

  private static MLOperandDescriptor floats(int... shape) {
    return MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
  }

  private MLTensor run(OnnxModel model, float... x) {
    MLGraphBuilder builder = new MLGraphBuilder(context);
    MLGraph graph = builder.build(OnnxImporter.importInto(builder, model).outputs());
    MLTensor in =
        context.createTensor(MLTensorDescriptor.of(model.inputs().getFirst().type()).asWritable());
    MLTensor out =
        context.createTensor(MLTensorDescriptor.of(model.outputs().getFirst().type()).asReadable());
    context.writeTensor(in, x);
    context.dispatch(graph, Map.of("x", in), Map.of("y", out));
    return out;
  }

  private void assertFloats(float[] expected, OnnxModel model, float... x) {
    float[] result = new float[expected.length];
    context.readTensor(run(model, x), result);
    assertArrayEquals(expected, result, 1e-6f);
  }

  private String refusal(OnnxModel model) {
    MLGraphBuilder builder = new MLGraphBuilder(context);
    return assertThrows(OnnxException.class, () -> OnnxImporter.importInto(builder, model))
        .getMessage();
  }

  @Test
  void aConvolutionTakesItsPadsAxisByAxisAndItsBias() {
    // A row above and one below: the window of 2x2 sums the diagonal.
    OnnxModel model =
        model(
            List.of(node("Conv", Map.of("pads", Ints.of(1, 0, 1, 0)), "x", "w", "b")),
            floats(1, 1, 2, 2),
            floats(1, 1, 3, 1),
            OnnxConstant.of("w", new float[] {1, 0, 0, 1}, 1, 1, 2, 2),
            OnnxConstant.of("b", new float[] {100}, 1));
    assertFloats(new float[] {102, 106, 104}, model, 1, 2, 4, 5);
  }

  @Test
  void aDepthwiseConvolutionHasGroupsStridesAndDilations() {
    OnnxModel model =
        model(
            List.of(
                node(
                    "Conv",
                    Map.of(
                        "group", new OnnxAttribute.Int(2),
                        "dilations", Ints.of(1, 2),
                        "strides", Ints.of(1, 2)),
                    "x",
                    "w")),
            floats(1, 2, 1, 5),
            floats(1, 2, 1, 2),
            OnnxConstant.of("w", new float[] {1, 1, 1, -1}, 2, 1, 1, 2));
    assertFloats(new float[] {4, 8, -4, -4}, model, 1, 2, 3, 4, 5, 1, 3, 5, 7, 9);
  }

  @Test
  void poolings() {
    Map<String, OnnxAttribute> window =
        Map.of("kernel_shape", Ints.of(1, 3), "strides", Ints.of(1, 2));
    MLOperandDescriptor x = floats(1, 1, 1, 5);
    MLOperandDescriptor two = floats(1, 1, 1, 2);
    assertFloats(
        new float[] {3, 5}, model(List.of(node("MaxPool", window, "x")), x, two), 1, 3, 2, 4, 5);
    assertFloats(
        new float[] {2, 3},
        model(List.of(node("AveragePool", window, "x")), x, two),
        1,
        3,
        2,
        4,
        3);
    assertFloats(
        new float[] {3},
        model(List.of(node("GlobalAveragePool", NONE, "x")), x, floats(1, 1, 1, 1)),
        1,
        2,
        3,
        4,
        5);
  }

  @Test
  void elementByElement() {
    MLOperandDescriptor x = floats(3);
    OnnxConstant two = OnnxConstant.of("two", new float[] {2}, 1);
    OnnxConstant six = OnnxConstant.of("six", new float[] {6});
    assertFloats(
        new float[] {1, 3, 12},
        model(List.of(node("Add", NONE, "x", "two")), x, x, two),
        -1,
        1,
        10);
    assertFloats(
        new float[] {-2, 2, 20},
        model(List.of(node("Mul", NONE, "two", "x")), x, x, two),
        -1,
        1,
        10);
    assertFloats(new float[] {0, 1, 10}, model(List.of(node("Relu", NONE, "x")), x, x), -1, 1, 10);
    assertFloats(
        new float[] {-0.33333334f, 0, 4},
        model(List.of(node("HardSwish", NONE, "x")), x, x),
        -1,
        0,
        4);
    assertFloats(
        new float[] {2, 2, 6},
        model(List.of(node("Clip", NONE, "x", "two", "six")), x, x, two, six),
        -1,
        1,
        10);
    assertFloats(
        new float[] {-1, 1, 6},
        model(List.of(node("Clip", NONE, "x", "", "six")), x, x, six),
        -1,
        1,
        10);
  }

  @Test
  void matricesAndShapes() {
    OnnxModel gemm =
        model(
            List.of(
                node(
                    "Gemm",
                    Map.of("transB", new OnnxAttribute.Int(1), "alpha", new OnnxAttribute.Real(2)),
                    "x",
                    "w",
                    "c")),
            floats(1, 2),
            floats(1, 3),
            OnnxConstant.of("w", new float[] {1, 0, 0, 1, 1, 1}, 3, 2),
            OnnxConstant.of("c", new float[] {10, 20, 30}, 3));
    assertFloats(new float[] {16, 28, 44}, gemm, 3, 4);
    assertFloats(
        new float[] {1, 2, 3, 4},
        model(
            List.of(node("Reshape", NONE, "x", "shape")),
            floats(2, 2),
            floats(4, 1),
            OnnxConstant.of("shape", 4, 1)),
        1,
        2,
        3,
        4);
    assertFloats(
        new float[] {1, 2, 9, 3, 4, 9},
        model(
            List.of(node("Concat", Map.of("axis", new OnnxAttribute.Int(-1)), "x", "w")),
            floats(2, 2),
            floats(2, 3),
            OnnxConstant.of("w", new float[] {9, 9}, 2, 1)),
        1,
        2,
        3,
        4);
  }

  private static OnnxModel resize(String transformation) {
    return model(
        List.of(
            node(
                "Resize",
                Map.of(
                    "mode", new OnnxAttribute.Text("linear"),
                    "coordinate_transformation_mode", new OnnxAttribute.Text(transformation)),
                "x",
                "",
                "",
                "sizes")),
        floats(1, 1, 1, 3),
        floats(1, 1, 1, 5),
        OnnxConstant.of("sizes", 1, 1, 1, 5));
  }

  @Test
  void resizingTakesPixelsWhereTheModelSays() {
    assertFloats(new float[] {0, 5, 10, 15, 20}, resize("align_corners"), 0, 10, 20);
    assertFloats(new float[] {0, 6, 12, 18, 20}, resize("asymmetric"), 0, 10, 20);
    assertFloats(new float[] {0, 4, 10, 16, 20}, resize("half_pixel"), 0, 10, 20);
  }

  @Test
  void labelsAreOfInt32RightAwayWhereTheyAreCast() {
    OnnxModel model =
        model(
            List.of(
                new OnnxNode(
                    "ArgMax",
                    List.of("x"),
                    List.of("index"),
                    Map.of("axis", new OnnxAttribute.Int(1), "keepdims", new OnnxAttribute.Int(0))),
                node("Cast", Map.of("to", new OnnxAttribute.Int(6)), "index")),
            floats(2, 3),
            MLOperandDescriptor.of(MLOperandDataType.INT32, 2));
    int[] result = new int[2];
    context.readTensor(run(model, 1, 3, 2, 9, 8, 9), result);
    assertArrayEquals(new int[] {1, 0}, result);
  }

  @Test
  void workIsCountedForConvolutionsAndProducts() {
    OnnxModel conv =
        model(
            List.of(node("Conv", Map.of("pads", Ints.of(1, 1, 1, 1)), "x", "w")),
            floats(1, 2, 4, 5),
            floats(1, 3, 4, 5),
            OnnxConstant.of("w", new float[54], 3, 2, 3, 3));
    MLGraphBuilder builder = new MLGraphBuilder(context);
    assertEquals(
        3 * 4 * 5 * 2 * 9, OnnxImporter.importInto(builder, conv).multiplyAdds(), "conv2d");
    OnnxModel gemm =
        model(
            List.of(node("Gemm", NONE, "x", "w")),
            floats(4, 7),
            floats(4, 3),
            OnnxConstant.of("w", new float[21], 7, 3));
    assertEquals(4 * 7 * 3, OnnxImporter.importInto(builder, gemm).multiplyAdds(), "gemm");
  }

  @Test
  void whatIsNotImportedIsNamed() {
    MLOperandDescriptor x = floats(1, 1, 4, 4);
    assertEquals(
        "the operator Tanh is not imported; there is Add, ArgMax, AveragePool, Cast, Clip, Concat,"
            + " Conv, Gemm, GlobalAveragePool, HardSwish, Identity, MaxPool, Mul, Relu, Reshape,"
            + " Resize",
        refusal(model(List.of(node("Tanh", NONE, "x")), x, x)));
    assertEquals(
        "Conv: auto_pad is not imported; give pads",
        refusal(
            model(
                List.of(
                    node(
                        "Conv",
                        Map.of("auto_pad", new OnnxAttribute.Text("SAME_UPPER")),
                        "x",
                        "x")),
                x,
                x)));
    assertEquals(
        "MaxPool: ceil_mode is not imported",
        refusal(
            model(
                List.of(node("MaxPool", Map.of("ceil_mode", new OnnxAttribute.Int(1)), "x")),
                x,
                x)));
    assertEquals(
        "AveragePool: WebNN does not count what is padded",
        refusal(
            model(
                List.of(
                    node(
                        "AveragePool", Map.of("count_include_pad", new OnnxAttribute.Int(1)), "x")),
                x,
                x)));
    assertEquals(
        "Resize: only the mode linear is imported",
        refusal(model(List.of(node("Resize", NONE, "x")), x, x)));
    assertEquals(
        "Resize: the coordinate transformation tf_crop_and_resize is not imported",
        refusal(resize("tf_crop_and_resize")));
    assertEquals(
        "'w' is neither computed nor a constant",
        refusal(model(List.of(node("Add", NONE, "x", "w")), x, x)));
    assertEquals("Add lacks its input 1", refusal(model(List.of(node("Add", NONE, "x")), x, x)));
    assertEquals(
        "the output 'y' is declared as float32[1, 1, 2, 2] and comes out as float32[1, 1, 4, 4]",
        refusal(model(List.of(node("Relu", NONE, "x")), x, floats(1, 1, 2, 2))));
  }
}
