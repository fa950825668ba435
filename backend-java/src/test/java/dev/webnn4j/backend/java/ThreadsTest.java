package dev.webnn4j.backend.java;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLPowerPreference;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How many threads a context has, and what happens when several run graphs at once. */
final class ThreadsTest {
  private static final int RUNS = 40;
  private static final MLOperandDescriptor IMAGE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 16, 48, 48);

  /** A graph of steps that are split among the threads, of some seed. */
  private static MLGraph graph(MLContext context, int seed) {
    float[] weights = new float[16 * 16 * 3 * 3];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.sin(seed + i);
    }
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 16, 16, 3, 3);
    MLGraphBuilder b = new MLGraphBuilder(context);
    MLOperand x = b.input("x", IMAGE);
    MLOperand conv = b.conv2d(x, b.constant(type, weights), o -> o.padding(1, 1, 1, 1));
    return b.build(Map.of("y", b.softmax(b.add(b.tanh(conv), x), 1)));
  }

  private static float[] run(MLContext context, MLGraph graph) {
    float[] data = new float[Math.toIntExact(IMAGE.elementCount())];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) Math.cos(i);
    }
    MLTensorDescriptor type = MLTensorDescriptor.of(IMAGE).asReadable().asWritable();
    try (MLTensor x = context.createTensor(type);
        MLTensor y = context.createTensor(type)) {
      context.writeTensor(x, data);
      context.dispatch(graph, Map.of("x", x), Map.of("y", y));
      context.readTensor(y, data);
      return data;
    }
  }

  /** Runs each many times, all at once, and compares every result with what is expected. */
  private static void atOnce(List<Callable<float[]>> tasks, List<float[]> expected)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    try (ExecutorService executor = Executors.newFixedThreadPool(tasks.size())) {
      List<Future<Object>> futures = new ArrayList<>();
      for (int i = 0; i < tasks.size(); i++) {
        Callable<float[]> task = tasks.get(i);
        float[] wanted = expected.get(i);
        futures.add(
            executor.submit(
                () -> {
                  start.await();
                  for (int round = 0; round < RUNS; round++) {
                    assertArrayEquals(wanted, task.call());
                  }
                  return "done";
                }));
      }
      for (Future<Object> future : futures) {
        future.get();
      }
    }
  }

  @Test
  void aContextHasAThreadACoreUnlessItSavesPowerOrIsToldOtherwise() {
    MLContextOptions frugal = MLContextOptions.DEFAULT.powerPreference(MLPowerPreference.LOW_POWER);
    assertEquals(
        Runtime.getRuntime().availableProcessors(), JavaBackend.threads(MLContextOptions.DEFAULT));
    assertEquals(1, JavaBackend.threads(frugal));
    assertEquals(3, JavaBackend.threads(frugal.threads(3)));
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() {
    float[][] results = new float[3][];
    for (int threads = 1; threads <= 3; threads++) {
      try (MLContext context = ML.createContext(MLContextOptions.DEFAULT.threads(threads))) {
        results[threads - 1] = run(context, graph(context, 1));
      }
    }
    assertArrayEquals(results[0], results[1]);
    assertArrayEquals(results[0], results[2]);
  }

  @Test
  void twoGraphsOfAContextRunFromTwoThreads() throws Exception {
    try (MLContext context = ML.createContext(MLContextOptions.DEFAULT.threads(2))) {
      MLGraph one = graph(context, 1);
      MLGraph other = graph(context, 2);
      List<float[]> expected = List.of(run(context, one), run(context, other));
      assertFalse(Arrays.equals(expected.getFirst(), expected.getLast()));
      atOnce(List.of(() -> run(context, one), () -> run(context, other)), expected);
    }
  }

  @Test
  void oneGraphRunsFromTwoThreads() throws Exception {
    try (MLContext context = ML.createContext(MLContextOptions.DEFAULT.threads(2))) {
      MLGraph graph = graph(context, 3);
      float[] expected = run(context, graph);
      atOnce(
          List.of(() -> run(context, graph), () -> run(context, graph)),
          List.of(expected, expected));
    }
  }

  @Test
  void twoContextsRunOnTwoThreads() throws Exception {
    try (MLContext one = ML.createContext(MLContextOptions.DEFAULT.threads(2));
        MLContext other = ML.createContext(MLContextOptions.DEFAULT.threads(2))) {
      MLGraph first = graph(one, 1);
      MLGraph second = graph(other, 2);
      atOnce(
          List.of(() -> run(one, first), () -> run(other, second)),
          List.of(run(one, first), run(other, second)));
    }
  }
}
