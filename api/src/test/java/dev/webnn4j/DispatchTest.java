package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DispatchTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);

  private final FakeBackend backend = new FakeBackend();
  private final MLContext context = backend.context();
  private final MLGraph graph = graph(context);
  private final MLTensor x = tensor(context);
  private final MLTensor y = tensor(context);

  @AfterEach
  void close() {
    context.close();
  }

  private static MLGraph graph(MLContext context) {
    MLGraphBuilder builder = new MLGraphBuilder(context);
    MLOperand input = builder.input("x", TYPE);
    return builder.build(Map.of("y", builder.relu(input)));
  }

  private static MLTensor tensor(MLContext context) {
    return context.createTensor(MLTensorDescriptor.of(TYPE).asReadable().asWritable());
  }

  private void refuses(
      String message, Map<String, MLTensor> inputs, Map<String, MLTensor> outputs) {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> context.dispatch(graph, inputs, outputs));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void runsTheGraph() {
    context.writeTensor(x, new float[] {1, 2});
    context.dispatch(graph, Map.of("x", x), Map.of("y", y));
    float[] result = new float[2];
    context.readTensor(y, result);
    assertArrayEquals(new float[] {1, 2}, result);
  }

  @Test
  void refusesOtherNamesThanTheGraphs() {
    refuses("the graph has no input 'z'; it has [x]", Map.of("z", x), Map.of("y", y));
    refuses("the input 'x' is missing", Map.of(), Map.of("y", y));
    refuses("the output 'y' is missing", Map.of("x", x), Map.of());
    refuses("the graph has no output 'z'; it has [y]", Map.of("x", x), Map.of("z", y));
  }

  @Test
  void refusesATensorGivenTwice() {
    refuses("is given twice", Map.of("x", x), Map.of("y", x));
  }

  @Test
  void refusesAnotherType() {
    MLTensor other = context.createTensor(MLTensorDescriptor.of(MLOperandDataType.FLOAT32, 3));
    refuses(
        "the input 'x' is float32[2]; the tensor is float32[3]",
        Map.of("x", other),
        Map.of("y", y));
    MLTensor integers = context.createTensor(MLTensorDescriptor.of(MLOperandDataType.INT32, 2));
    refuses(
        "the output 'y' is float32[2]; the tensor is int32[2]",
        Map.of("x", x),
        Map.of("y", integers));
  }

  @Test
  void refusesAConstantTensor() {
    MLTensor constant =
        context.createConstantTensor(TYPE, MemorySegment.ofArray(new float[] {1, 2}));
    refuses("the input 'x' cannot be a constant tensor", Map.of("x", constant), Map.of("y", y));
    refuses("the output 'y' cannot be a constant tensor", Map.of("x", x), Map.of("y", constant));
  }

  @Test
  void refusesWhatBelongsToAnotherContext() {
    try (MLContext other = new FakeBackend().context()) {
      String message = "the tensor float32[2] belongs to another context";
      refuses(message, Map.of("x", tensor(other)), Map.of("y", y));
      refuses(message, Map.of("x", x), Map.of("y", tensor(other)));
      MLGraph foreign = graph(other);
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> context.dispatch(foreign, Map.of("x", x), Map.of("y", y)));
      assertEquals("the graph belongs to another context", error.getMessage());
    }
  }

  @Test
  void tellsAFailureToThoseWhoReadTheOutputUntilItIsFilledAgain() {
    backend.runFailure = Optional.of(new IllegalStateException("boom"));
    context.dispatch(graph, Map.of("x", x), Map.of("y", y));
    var error = assertThrows(MLOperationException.class, () -> context.readTensor(y, new float[2]));
    assertTrue(error.getMessage().contains("boom"), error.getMessage());
    context.dispatch(graph, Map.of("x", x), Map.of("y", y));
    context.readTensor(y, new float[2]);
  }

  @Test
  void refusesToProfileWhereTheEngineCannot() {
    var error =
        assertThrows(
            UnsupportedOperationException.class,
            () -> context.profile(graph, Map.of("x", x), Map.of("y", y)));
    assertTrue(error.getMessage().contains("cannot time the steps"), error.getMessage());
    context.readTensor(y, new float[2]);
  }

  @Test
  void aProfiledRunOfAnInputThatWasNotFilledFails() {
    backend.runFailure = Optional.of(new IllegalStateException("boom"));
    context.dispatch(graph, Map.of("x", x), Map.of("y", y));
    var error =
        assertThrows(
            MLOperationException.class,
            () -> context.profile(graph, Map.of("x", y), Map.of("y", x)));
    assertTrue(error.getMessage().contains("boom"), error.getMessage());
    assertThrows(MLOperationException.class, () -> context.readTensor(x, new float[2]));
  }

  @Test
  void aFailedCompilationIsAnOperationError() {
    backend.compileFailure = Optional.of(new IllegalStateException("no memory"));
    assertThrows(MLOperationException.class, () -> graph(context));
  }

  @Test
  void namesOfInputsAndOutputsAreTheGraphs() {
    assertEquals(Map.of("x", TYPE), new HashMap<>(graph.inputs()));
    assertEquals(Map.of("y", TYPE), new HashMap<>(graph.outputs()));
  }
}
