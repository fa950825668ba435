package dev.webnn4j.backend.java.plan;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reshape;
import java.util.HashMap;
import java.util.Map;

/**
 * Which values are other values' memory under another shape: reshapes and identities move nothing,
 * so they take no step and no memory.
 */
final class Aliases {
  private final Map<Value, Value> roots = new HashMap<>();

  Aliases(Graph graph) {
    for (Node node : graph.nodes()) {
      // An output is written to the caller's memory; what it is made of may be needed elsewhere.
      if (isView(node.operator()) && !graph.outputs().containsValue(node.result())) {
        roots.put(node.result(), root(node.operands().flat().getFirst()));
      }
    }
  }

  private static boolean isView(Operator operator) {
    return operator == Reshape.OPERATOR || operator == ElementwiseUnary.IDENTITY.operator();
  }

  /** Whether this node needs no step. */
  boolean isAlias(Node node) {
    return roots.containsKey(node.results().getFirst());
  }

  /** The value whose memory holds this one. */
  Value root(Value value) {
    return roots.getOrDefault(value, value);
  }
}
