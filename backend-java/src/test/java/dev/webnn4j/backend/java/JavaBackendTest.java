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
import dev.webnn4j.backend.java.exec.JavaCompiledGraph;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.pass.Pass;
import dev.webnn4j.backend.java.pass.Passes;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Operands;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine as its users see it, and what it promises about memory. */
final class JavaBackendTest {
  private static final MLOperandDescriptor FOUR =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2, 2);

  private static float[] run(MLContext context, MLGraph graph, float... input) {
    MLTensor x = context.createTensor(MLTensorDescriptor.of(FOUR).asWritable());
    context.writeTensor(x, input);
    Map<String, MLTensor> outputs = new LinkedHashMap<>();
    graph
        .outputs()
        .forEach(
            (name, type) ->
                outputs.put(name, context.createTensor(MLTensorDescriptor.of(type).asReadable())));
    context.dispatch(graph, Map.of("x", x), outputs);
    float[] all = new float[4 * outputs.size()];
    int next = 0;
    for (MLTensor output : outputs.values()) {
      float[] one = new float[4];
      context.readTensor(output, one);
      System.arraycopy(one, 0, all, 4 * next++, 4);
    }
    return all;
  }

  @Test
  void viewsOutputsUnderTwoNamesAndOutputsReadAgain() {
    try (MLContext context = ML.createContext()) {
      MLGraphBuilder b = new MLGraphBuilder(context);
      MLOperand x = b.input("x", FOUR);
      MLOperand view = b.reshape(b.identity(x), 4);
      MLOperand sum = b.reshape(b.add(view, view), 2, 2);
      MLOperand again = b.neg(sum);
      SequencedMap<String, MLOperand> outputs = new LinkedHashMap<>();
      outputs.put("a", sum);
      outputs.put("b", sum);
      outputs.put("c", again);
      outputs.put("d", b.identity(x));
      MLGraph graph = b.build(outputs);
      assertArrayEquals(
          new float[] {2, 4, 6, 8, 2, 4, 6, 8, -2, -4, -6, -8, 1, 2, 3, 4},
          run(context, graph, 1, 2, 3, 4));
    }
  }

  @Test
  void anOutputMayBeConstantAfterFolding() {
    try (MLContext context = ML.createContext()) {
      MLGraphBuilder b = new MLGraphBuilder(context);
      MLOperand x = b.input("x", FOUR);
      MLOperand c = b.constant(FOUR, 1, 2, 3, 4f);
      SequencedMap<String, MLOperand> outputs = new LinkedHashMap<>();
      outputs.put("constant", b.neg(c));
      outputs.put("sum", b.add(x, c));
      assertArrayEquals(
          new float[] {-1, -2, -3, -4, 2, 4, 6, 8}, run(context, b.build(outputs), 1, 2, 3, 4));
    }
  }

  @Test
  void graphsOfOneContextDoNotDisturbEachOther() {
    try (MLContext context = ML.createContext(MLContextOptions.DEFAULT.threads(2))) {
      MLGraph[] graphs = new MLGraph[3];
      for (int i = 0; i < graphs.length; i++) {
        MLGraphBuilder b = new MLGraphBuilder(context);
        MLOperand x = b.input("x", FOUR);
        graphs[i] = b.build(Map.of("y", b.linear(x, o -> o.alpha(2).beta(1))));
      }
      for (int round = 0; round < 50; round++) {
        float[] y = run(context, graphs[round % 3], round, 1, 2, 3);
        assertArrayEquals(new float[] {2 * round + 1, 3, 5, 7}, y);
      }
    }
  }

  /** A convolution, which gathers rows, and a sum, which is split among the threads. */
  private static Graph convolutions() {
    GraphRewriter graph = new GraphRewriter();
    Value x = new Value(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 3, 40, 40), "x");
    MLOperandDescriptor filterType = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 16, 3, 3, 3);
    Value filter =
        graph.constant(
            filterType, Arena.ofAuto().allocate(filterType.byteLength(), 64).fill((byte) 1));
    Value y =
        graph
            .emit(
                Conv2d.OPERATOR,
                Operands.of(Conv2d.INPUT, x, Conv2d.FILTER, filter),
                Attributes.NONE,
                "")
            .getFirst();
    SequencedMap<String, Value> outputs = new LinkedHashMap<>(Map.of("y", y));
    Graph live = graph.finish(outputs);
    return new Graph(
        new LinkedHashMap<>(Map.of("x", x)), live.constants(), live.nodes(), live.outputs());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aRunAllocatesNothing(int threads) {
    var backend = JavaBackend.open(MLContextOptions.DEFAULT.threads(threads));
    try (backend;
        JavaCompiledGraph graph = backend.compile(convolutions());
        Arena arena = Arena.ofShared()) {
      MemorySegment[] inputs = {arena.allocate(4 * 3 * 40 * 40, 64)};
      MemorySegment[] outputs = {arena.allocate(4 * 16 * 38 * 38, 64)};
      var meter = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
      long least = Long.MAX_VALUE;
      // Interpreted vectors live on the heap; what counts is what is left once all is compiled.
      for (int i = 0; i < 6000 && least > 0; i++) {
        long before = meter.getCurrentThreadAllocatedBytes();
        graph.run(inputs, outputs);
        least = Math.min(least, meter.getCurrentThreadAllocatedBytes() - before);
      }
      assertEquals(0, least);
    }
  }

  @Test
  void aClosedGraphRefusesToRun() {
    var backend = JavaBackend.open(MLContextOptions.DEFAULT.threads(1));
    try (backend) {
      JavaCompiledGraph graph = backend.compile(convolutions());
      graph.close();
      graph.close();
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class,
              () -> graph.run(new MemorySegment[1], new MemorySegment[1]));
      assertEquals("the graph is closed", refused.getMessage());
    }
  }

  @Test
  void passesHaveNamesToSkipThemBy() {
    Passes.Target target = new Passes.Target(Tier.SCALAR, 1);
    List<Pass> all = Passes.all(target);
    assertEquals(all.size(), all.stream().map(Pass::name).distinct().count());
    System.setProperty("webnn.skipPasses", "FuseEpilogues,NoSuchPass");
    try {
      String message =
          assertThrows(IllegalArgumentException.class, () -> new Passes(target)).getMessage();
      assertTrue(message.contains("NoSuchPass") && message.contains("FuseEpilogues"), message);
    } finally {
      System.clearProperty("webnn.skipPasses");
    }
  }
}
