package dev.webnn4j.models.json;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for the values of a graph: their own, told apart where several have the same. */
final class UniqueNames {
  private final Map<Value, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private UniqueNames() {}

  static Map<Value, String> of(Graph graph) {
    UniqueNames names = new UniqueNames();
    // An input's name is not ours to change.
    graph.inputs().forEach((name, value) -> names.put(value, name));
    graph.constants().keySet().forEach(value -> names.put(value, value.name()));
    for (Node node : graph.nodes()) {
      node.results().forEach(value -> names.put(value, value.name()));
    }
    return names.names;
  }

  private void put(Value value, String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + "_" + number;
    }
    names.put(value, name);
  }
}
