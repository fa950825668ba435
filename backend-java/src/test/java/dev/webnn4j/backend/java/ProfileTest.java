package dev.webnn4j.backend.java;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.spi.StepProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a profiled run says of its steps. */
final class ProfileTest {
  private static final MLOperandDescriptor IMAGE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 2, 24, 24);

  private final MLContext context = ML.createContext(MLContextOptions.DEFAULT.threads(2));
  private final MLTensor x = context.createTensor(MLTensorDescriptor.of(IMAGE).asWritable());
  private final MLTensor y = context.createTensor(MLTensorDescriptor.of(IMAGE).asReadable());

  /** A convolution with a label, bias and relu without, and a softmax that gives the output. */
  private static MLGraph graph(MLContext context) {
    MLGraphBuilder b = new MLGraphBuilder(context);
    MLOperand filter =
        b.constant(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2, 2, 1, 1), 1, 2, 3, 4f);
    MLOperand bias = b.constant(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2, 1, 1), 1, 2f);
    MLOperand conv = b.conv2d(b.input("x", IMAGE), filter, o -> o.label("conv"));
    MLOperand relu = b.relu(b.add(conv, bias));
    return b.build(Map.of("y", b.softmax(relu, 1)));
  }

  @Test
  void namesEachStepOnceWithWhatItStandsFor() {
    try (context) {
      List<StepProfile> steps = context.profile(graph(context), Map.of("x", x), Map.of("y", y));
      assertEquals(
          List.of("conv+add1+relu2", "y", "y:nchw"),
          steps.stream().map(StepProfile::layer).toList());
      assertEquals(List.of(0, 1, 2), steps.stream().map(StepProfile::step).toList());
      StepProfile conv = steps.getFirst();
      assertEquals("convolution", conv.operator());
      assertEquals("nhwc", conv.layout());
      assertEquals("float32", conv.precision());
      assertEquals("[1, 24, 24, 2]", conv.outputs().getFirst().shape().toString());
      assertEquals(3, conv.inputs().size());
      assertEquals("nchw", steps.getLast().layout());
    }
  }

  @Test
  void theTimesArePositiveAndNoLongerThanTheRun() {
    try (context) {
      MLGraph graph = graph(context);
      long start = System.nanoTime();
      List<StepProfile> steps = context.profile(graph, Map.of("x", x), Map.of("y", y));
      long all = System.nanoTime() - start;
      steps.forEach(step -> assertTrue(step.nanoseconds() > 0, step.toString()));
      long sum = steps.stream().mapToLong(StepProfile::nanoseconds).sum();
      assertTrue(sum <= all, sum + " of " + all);
      steps.forEach(
          step -> assertTrue(step.threads() >= 1 && step.threads() <= 2, step.toString()));
    }
  }

  @Test
  void computesWhatADispatchComputes() {
    try (context) {
      MLGraph graph = graph(context);
      float[] image = new float[2 * 24 * 24];
      for (int i = 0; i < image.length; i++) {
        image[i] = i % 7 - 3;
      }
      context.writeTensor(x, image);
      float[] dispatched = new float[image.length];
      context.dispatch(graph, Map.of("x", x), Map.of("y", y));
      context.readTensor(y, dispatched);
      context.profile(graph, Map.of("x", x), Map.of("y", y));
      float[] profiled = new float[image.length];
      context.readTensor(y, profiled);
      assertArrayEquals(dispatched, profiled);
    }
  }

  @Test
  void saysWhyAFasterTierRefused() {
    try (context) {
      MLOperandDescriptor halves = MLOperandDescriptor.of(MLOperandDataType.FLOAT16, 4);
      MLGraphBuilder b = new MLGraphBuilder(context);
      MLGraph graph = b.build(Map.of("y", b.sigmoid(b.input("x", halves))));
      MLTensorDescriptor tensor = MLTensorDescriptor.of(halves);
      StepProfile step =
          context
              .profile(
                  graph,
                  Map.of("x", context.createTensor(tensor)),
                  Map.of("y", context.createTensor(tensor)))
              .getFirst();
      assertEquals("scalar", step.tier());
      assertEquals("VECTOR: only float32 and int32", step.refusals().getLast());
    }
  }

  @Test
  void theReferenceCannotProfile() {
    try (MLContext reference = ML.createContext(MLContextOptions.DEFAULT.backend("reference"))) {
      MLTensor in = reference.createTensor(MLTensorDescriptor.of(IMAGE));
      MLTensor out = reference.createTensor(MLTensorDescriptor.of(IMAGE).asReadable());
      MLGraph graph = graph(reference);
      var error =
          assertThrows(
              UnsupportedOperationException.class,
              () -> reference.profile(graph, Map.of("x", in), Map.of("y", out)));
      assertEquals(
          "this engine cannot time the steps of a graph; choose another, such as the engine 'java'",
          error.getMessage());
    }
  }
}
