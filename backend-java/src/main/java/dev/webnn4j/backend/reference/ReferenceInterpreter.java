package dev.webnn4j.backend.reference;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Operands;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Computes graphs in double precision and exact integers, one operator after the other, each result
 * rounded once to its data type.
 */
public final class ReferenceInterpreter {
  private ReferenceInterpreter() {}

  /**
   * The outputs of a graph, by name.
   *
   * @param inputs a dense tensor in native byte order for each of the graph's inputs
   */
  public static SequencedMap<String, Tensor> run(Graph graph, Map<String, MemorySegment> inputs) {
    List<Tensor> tensors = new ArrayList<>();
    graph
        .inputs()
        .forEach((name, value) -> tensors.add(Tensor.read(value.type(), inputs.get(name))));
    return run(graph, tensors);
  }

  /**
   * The outputs of a graph, by name.
   *
   * @param inputs in the order of the graph's inputs
   */
  public static SequencedMap<String, Tensor> run(Graph graph, List<Tensor> inputs) {
    Map<Value, Tensor> tensors = new HashMap<>();
    int next = 0;
    for (Value input : graph.inputs().values()) {
      tensors.put(input, inputs.get(next++));
    }
    graph.constants().forEach((value, data) -> tensors.put(value, Tensor.read(value.type(), data)));
    run(graph.nodes(), tensors);
    SequencedMap<String, Tensor> outputs = new LinkedHashMap<>();
    graph.outputs().forEach((name, value) -> outputs.put(name, tensors.get(value)));
    return outputs;
  }

  /** Adds the results of nodes, one after the other, to the tensors there are. */
  static void run(List<Node> nodes, Map<Value, Tensor> tensors) {
    for (Node node : nodes) {
      List<Tensor> results = run(node, node.operands().map(tensors::get));
      for (int i = 0; i < results.size(); i++) {
        tensors.put(node.results().get(i), results.get(i));
      }
    }
  }

  /** The results of one node. */
  public static List<Tensor> run(Node node, Operands<Tensor> operands) {
    ReferenceOperation operation =
        ReferenceKernels.find(node.operator())
            .orElseThrow(() -> new IllegalStateException("the reference lacks " + node.operator()));
    return operation.results(new ReferenceCall(node, operands));
  }
}
