package dev.webnn4j.backend.java;

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
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What dispatches and short-lived graphs leave in memory, by the public API. */
final class DispatchMemoryTest {
  private static final MLOperandDescriptor IMAGE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 4, 32, 32);
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int ROUNDS = 6;
  private static final int GRAPHS_OF_ROUND = 400;

  /** A convolution with 25 kB of weights, and what comes before and after it. */
  private static MLGraph graph(MLContext context) {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 64, 4, 5, 5);
    float[] weights = new float[64 * 4 * 5 * 5];
    MLGraphBuilder b = new MLGraphBuilder(context);
    MLOperand filter = b.constant(type, weights);
    MLOperand conv = b.conv2d(b.relu(b.input("x", IMAGE)), filter);
    return b.build(Map.of("y", b.sigmoid(conv)));
  }

  @Test
  void aDispatchAllocatesLessThanAKilobyte() {
    var meter = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (MLContext context = ML.createContext(MLContextOptions.DEFAULT.threads(2));
        MLGraph graph = graph(context)) {
      MLTensor x = context.createTensor(MLTensorDescriptor.of(IMAGE));
      MLTensor y = context.createTensor(MLTensorDescriptor.of(graph.outputs().get("y")));
      Map<String, MLTensor> inputs = Map.of("x", x);
      Map<String, MLTensor> outputs = Map.of("y", y);
      long least = Long.MAX_VALUE;
      // Interpreted vectors live on the heap; what counts is what is left once all is compiled.
      for (int i = 0; i < 6000 && least >= 1024; i++) {
        long before = meter.getTotalThreadAllocatedBytes();
        context.dispatch(graph, inputs, outputs);
        context.finish();
        least = Math.min(least, meter.getTotalThreadAllocatedBytes() - before);
      }
      assertTrue(least < 1024, least + " bytes");
    }
  }

  /**
   * A leak shows in every round; what the JVM itself takes meanwhile, for its heap and its
   * compilers, does not.
   */
  @Test
  void manyGraphsBuiltAndDestroyedLeaveMemoryFlat() throws IOException {
    Assumptions.assumeTrue(Files.isReadable(STATUS), "the system does not tell of memory");
    try (MLContext context = ML.createContext(MLContextOptions.DEFAULT.threads(1))) {
      long leastResident = Long.MAX_VALUE;
      long leastUsed = Long.MAX_VALUE;
      long resident = residentKilobytes();
      long used = usedKilobytes();
      for (int round = 0; round < ROUNDS; round++) {
        buildAndDestroy(context, GRAPHS_OF_ROUND);
        long residentBefore = resident;
        long usedBefore = used;
        used = usedKilobytes();
        resident = residentKilobytes();
        leastResident = Math.min(leastResident, resident - residentBefore);
        leastUsed = Math.min(leastUsed, used - usedBefore);
      }
      // The weights of a round's graphs are 10 MB; a hundred bytes for each would be 40 kB.
      assertTrue(leastResident < 1024, leastResident + " kB more in every round");
      assertTrue(leastUsed < 40, leastUsed + " kB of heap more in every round");
    }
  }

  private static void buildAndDestroy(MLContext context, int count) {
    for (int i = 0; i < count; i++) {
      graph(context).destroy();
      context.finish();
    }
  }

  /** Of the Java heap, after the garbage is collected. */
  private static long usedKilobytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
  }

  /** Of native memory and the Java heap. */
  private static long residentKilobytes() throws IOException {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
