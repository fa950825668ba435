package dev.webnn4j.backend.fuzz;

import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A graph that shows every result of every node, and what it is run on.
 *
 * @param inputs in the order of the graph's inputs
 * @param allowances how the results of a node may differ from the reference, by the first of them
 * @param ends the results that nothing is made of
 */
record RandomGraph(
    Graph graph,
    List<Tensor> inputs,
    Map<Value, OperatorCase.Allowance> allowances,
    List<Value> ends) {

  /**
   * The same graph with fewer outputs, which keep their names, and without what they do not need.
   */
  Graph showing(List<Value> wanted) {
    GraphRewriter rewriter = new GraphRewriter(graph);
    graph.nodes().forEach(rewriter::keep);
    SequencedMap<String, Value> outputs = new LinkedHashMap<>();
    graph
        .outputs()
        .forEach(
            (name, value) -> {
              if (wanted.contains(value)) {
                outputs.put(name, value);
              }
            });
    return rewriter.finish(outputs);
  }

  OperatorCase.Allowance allowance(Node node) {
    return allowances.get(node.results().getFirst());
  }
}
