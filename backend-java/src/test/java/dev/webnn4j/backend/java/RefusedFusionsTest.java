package dev.webnn4j.backend.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLConv2dOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.spi.StepProfile;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Where the compiler fuses what machine code then refuses, a graph runs as if it had not, and says
 * why.
 */
final class RefusedFusionsTest {
  private static final MLContextOptions REFERENCE = MLContextOptions.DEFAULT.backend("reference");
  private static final int SIDE = 9;
  private static final MLOperandDescriptor IMAGE = type(1, SIDE, SIDE, 8);

  private static MLOperandDescriptor type(int... shape) {
    return MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
  }

  private static float[] random(MLOperandDescriptor type, long seed) {
    Draw draw = new Draw(seed);
    float[] values = new float[(int) type.elementCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draw.uniform(-1, 1);
    }
    return values;
  }

  /** Of images and filters with their channels last. */
  private static MLOperand convolution(
      MLGraphBuilder b, MLOperand x, int[] filter, Consumer<MLConv2dOptions> options) {
    MLOperandDescriptor type = type(filter);
    return b.conv2d(
        x,
        b.constant(type, random(type, filter[0])),
        o ->
            options.accept(
                o.inputLayout(MLInputOperandLayout.NHWC)
                    .filterLayout(MLConv2dFilterOperandLayout.OHWI)));
  }

  private static MLOperand pointwise(MLGraphBuilder b, MLOperand x, int inputs, int outputs) {
    return convolution(b, x, new int[] {outputs, 1, 1, inputs}, _ -> {});
  }

  /** A block whose depthwise taps are so far apart that one of them meets the image. */
  private static MLOperand block(MLGraphBuilder b, MLOperand x) {
    int far = 1 << 28;
    MLOperand filtered =
        convolution(
            b,
            pointwise(b, x, 8, 24),
            new int[] {24, 3, 3, 1},
            o -> o.groups(24).dilations(far, far).padding(far, far, far, far));
    return pointwise(b, filtered, 24, 8);
  }

  /** A convolution with all the image under each of its windows beside a small one. */
  private static MLOperand sideBySide(MLGraphBuilder b, MLOperand x) {
    int taps = 400;
    MLOperand wide =
        convolution(
            b,
            x,
            new int[] {1, taps, taps, 8},
            o -> o.padding(taps / 2, taps / 2 - 1, taps / 2, taps / 2 - 1));
    return b.concat(List.of(pointwise(b, x, 8, 7), wide), 3);
  }

  /**
   * @param steps empty if the engine cannot tell
   */
  private record Run(FloatBuffer result, List<StepProfile> steps) {
    static Run of(
        MLContextOptions options, BiFunction<MLGraphBuilder, MLOperand, MLOperand> network) {
      try (MLContext context = ML.createContext(options)) {
        MLGraphBuilder b = new MLGraphBuilder(context);
        MLOperand y = network.apply(b, b.input("x", IMAGE));
        MLGraph graph = b.build(Map.of("y", y));
        MLTensor in = context.createTensor(MLTensorDescriptor.of(IMAGE).asWritable());
        MLTensor out = context.createTensor(MLTensorDescriptor.of(y.type()).asReadable());
        context.writeTensor(in, random(IMAGE, 1));
        context.dispatch(graph, Map.of("x", in), Map.of("y", out));
        float[] result = new float[(int) y.type().elementCount()];
        context.readTensor(out, result);
        boolean tells = !options.equals(REFERENCE);
        return new Run(
            FloatBuffer.wrap(result),
            tells ? context.profile(graph, Map.of("x", in), Map.of("y", out)) : List.of());
      }
    }
  }

  private static void assertRuns(
      BiFunction<MLGraphBuilder, MLOperand, MLOperand> network, String refusal, String... steps) {
    TestTiers.isa(Tier.X64);
    FloatBuffer expected = Run.of(REFERENCE, network).result();
    for (int threads : List.of(1, 3)) {
      Run run = Run.of(MLContextOptions.DEFAULT.threads(threads), network);
      assertEquals(
          List.of(steps),
          run.steps().stream().map(step -> step.operator() + " " + step.tier()).toList());
      for (StepProfile step : run.steps()) {
        assertEquals(refusal, step.refusals().getFirst(), step::toString);
      }
      for (int i = 0; i < expected.capacity(); i++) {
        float value = expected.get(i);
        assertEquals(value, run.result().get(i), 1e-4 * Math.max(1, Math.abs(value)));
      }
    }
  }

  @Test
  void aBlockWhoseTapsAreFarApart() {
    assertRuns(
        RefusedFusionsTest::block,
        "X64, as invertedResidual: from one tile to the next there are more than 2 GB",
        "convolution x64",
        "convolution vector",
        "convolution x64");
  }

  @Test
  void convolutionsSideBySideOneOfWhichIsTooLarge() {
    assertRuns(
        RefusedFusionsTest::sideBySide,
        "X64, as concatenatedConvolutions: a table of all taps would be too large",
        "convolution x64",
        "convolution vector",
        "concat scalar");
  }
}
