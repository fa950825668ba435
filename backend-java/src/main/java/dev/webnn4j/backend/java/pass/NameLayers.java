package dev.webnn4j.backend.java.pass;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Gives every node a label, so that reports can say what a step stands for after the passes that
 * merge nodes: what has none is called like the output it gives, or else like its result.
 */
final class NameLayers implements Pass {
  @Override
  public String name() {
    return "NameLayers";
  }

  @Override
  public Graph apply(Graph graph) {
    Map<Value, String> outputs = namesOf(graph.outputs());
    GraphRewriter rewriter = new GraphRewriter(graph);
    for (Node node : graph.nodes()) {
      Value result = node.results().getFirst();
      rewriter.keep(
          node.label().isEmpty()
              ? node.withLabel(outputs.getOrDefault(result, result.name()))
              : node);
    }
    return rewriter.finish();
  }

  private static Map<Value, String> namesOf(SequencedMap<String, Value> outputs) {
    Map<Value, String> names = new HashMap<>();
    outputs.forEach((name, value) -> names.putIfAbsent(value, name));
    return names;
  }
}
