package dev.webnn4j.js.idl;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.CompiledGraph;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes add, relu and identity of float32 without broadcasting; what any other operator gives is
 * filled with {@link #PATTERN}.
 */
final class FakeGraph implements CompiledGraph {
  static final byte PATTERN = 0x2a;
  private static final long SLOW_MILLIS = 100;

  private final Graph graph;

  FakeGraph(Graph graph) {
    this.graph = graph;
  }

  static boolean has(Graph graph, String label) {
    return graph.nodes().stream().anyMatch(node -> node.label().equals(label));
  }

  @Override
  public void run(MemorySegment[] inputs, MemorySegment[] outputs) {
    if (has(graph, "break")) {
      throw new ArithmeticException("the kernel broke");
    }
    if (has(graph, "slow")) {
      sleep();
    }
    Map<Value, MemorySegment> known = new HashMap<>(graph.constants());
    List<Value> inputValues = List.copyOf(graph.inputs().values());
    for (int i = 0; i < inputs.length; i++) {
      known.put(inputValues.get(i), inputs[i]);
    }
    for (Node node : graph.nodes()) {
      for (Value result : node.results()) {
        known.put(result, compute(node, result, known));
      }
    }
    List<Value> outputValues = List.copyOf(graph.outputs().values());
    for (int i = 0; i < outputs.length; i++) {
      outputs[i].copyFrom(known.get(outputValues.get(i)));
    }
  }

  private static MemorySegment compute(Node node, Value result, Map<Value, MemorySegment> known) {
    MemorySegment[] operands =
        node.operands().flat().stream().map(known::get).toArray(MemorySegment[]::new);
    byte[] bytes = new byte[Math.toIntExact(result.type().byteLength())];
    MemorySegment output = MemorySegment.ofArray(bytes);
    switch (node.operator().name()) {
      case "identity" -> output.copyFrom(operands[0]);
      case "add", "relu" -> {
        for (long i = 0; i < result.type().elementCount(); i++) {
          float value = at(operands[0], i);
          value = operands.length == 2 ? value + at(operands[1], i) : Math.max(value, 0);
          output.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i, value);
        }
      }
      default -> output.fill(PATTERN);
    }
    return output;
  }

  private static float at(MemorySegment data, long index) {
    return data.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, index);
  }

  private static void sleep() {
    try {
      Thread.sleep(SLOW_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {}
}
