package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Using what is closed is an error, never a crash; forgetting to close leaks nothing for ever. */
final class LifecycleTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);
  private static final MLTensorDescriptor TENSOR =
      MLTensorDescriptor.of(TYPE).asReadable().asWritable();

  private final FakeBackend backend = new FakeBackend();

  private static void refuses(String message, Executable call) {
    var error = assertThrows(IllegalStateException.class, call);
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  private static MLGraph graph(MLContext context) {
    MLGraphBuilder builder = new MLGraphBuilder(context);
    return builder.build(Map.of("y", builder.relu(builder.input("x", TYPE))));
  }

  @Test
  void aClosedTensorIsUnusable() {
    try (MLContext context = backend.context()) {
      MLTensor tensor = context.createTensor(TENSOR);
      MLTensor other = context.createTensor(TENSOR);
      MLGraph graph = graph(context);
      tensor.close();
      tensor.close();
      String message = "the tensor float32[2] is closed";
      refuses(message, () -> context.readTensor(tensor, new float[2]));
      refuses(message, () -> context.writeTensor(tensor, new float[2]));
      refuses(message, tensor::memory);
      refuses(message, () -> context.dispatch(graph, Map.of("x", tensor), Map.of("y", other)));
    }
  }

  @Test
  void theMemoryOfAClosedTensorIsFreed() {
    try (MLContext context = backend.context()) {
      MLTensor tensor = context.createTensor(TENSOR);
      MemorySegment memory = tensor.memory();
      tensor.close();
      context.finish();
      assertFalse(memory.scope().isAlive());
    }
  }

  @Test
  void aClosedGraphIsUnusable() {
    try (MLContext context = backend.context()) {
      MLGraph graph = graph(context);
      MLTensor x = context.createTensor(TENSOR);
      MLTensor y = context.createTensor(TENSOR);
      graph.close();
      refuses("the graph is closed", () -> context.dispatch(graph, Map.of("x", x), Map.of("y", y)));
      context.finish();
      assertEquals(1, backend.closedGraphs.get());
    }
  }

  @Test
  void aClosedContextClosesWhatItMade() {
    MLContext context = backend.context();
    MLTensor tensor = context.createTensor(TENSOR);
    MemorySegment memory = tensor.memory();
    MLGraphBuilder builder = new MLGraphBuilder(context);
    graph(context);
    context.close();
    context.close();
    assertFalse(memory.scope().isAlive());
    assertEquals(1, backend.closedGraphs.get());
    assertEquals(1, backend.closedBackends.get());
    assertTrue(context.lost().toCompletableFuture().isDone());
    refuses("the context is closed", () -> context.createTensor(TENSOR));
    refuses("the context is closed", () -> new MLGraphBuilder(context));
    refuses("the context is closed", () -> builder.input("x", TYPE));
    refuses("is closed", () -> context.readTensor(tensor, new float[2]));
  }

  @Test
  void aBuilderThatHasBuiltIsUnusable() {
    try (MLContext context = backend.context()) {
      MLGraphBuilder builder = new MLGraphBuilder(context);
      MLOperand x = builder.input("x", TYPE);
      MLOperand y = builder.relu(x);
      builder.build(Map.of("y", y)).close();
      refuses("has built its graph already", () -> builder.relu(x));
      refuses("has built its graph already", () -> builder.build(Map.of("y", y)));
    }
  }

  @Test
  void aForgottenTensorIsFreed() throws InterruptedException {
    try (MLContext context = backend.context()) {
      MemorySegment memory = forget(context);
      collectUntil(() -> !memory.scope().isAlive());
      assertFalse(memory.scope().isAlive());
    }
  }

  private static MemorySegment forget(MLContext context) {
    return context.createTensor(TENSOR).memory();
  }

  @Test
  void aForgottenGraphIsFreed() throws InterruptedException {
    try (MLContext context = backend.context()) {
      graph(context);
      collectUntil(() -> backend.closedGraphs.get() == 1);
      assertEquals(1, backend.closedGraphs.get());
    }
  }

  private static void collectUntil(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
      System.gc();
      Thread.sleep(10);
    }
  }
}
