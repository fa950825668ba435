package dev.webnn4j.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who makes each value of a graph and who takes it. */
public final class Uses {
  private final Map<Value, Node> producers = new HashMap<>();
  private final Map<Value, List<Node>> consumers = new HashMap<>();
  private final Graph graph;

  public Uses(Graph graph) {
    this.graph = graph;
    for (Node node : graph.nodes()) {
      node.results().forEach(result -> producers.put(result, node));
      node.operands()
          .flat()
          .forEach(value -> consumers.computeIfAbsent(value, v -> new ArrayList<>()).add(node));
    }
  }

  /** The node that makes a value; empty for inputs and constants. */
  public Optional<Node> producer(Value value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The nodes that take a value, once for each time they take it. */
  public List<Node> consumers(Value value) {
    return consumers.getOrDefault(value, List.of());
  }

  public boolean isOutput(Value value) {
    return graph.outputs().containsValue(value);
  }

  /** The one node that takes a value, if there is just one and the value is no output. */
  public Optional<Node> onlyConsumer(Value value) {
    List<Node> all = consumers(value);
    return all.size() == 1 && !isOutput(value) ? Optional.of(all.getFirst()) : Optional.empty();
  }
}
