package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLNumber;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Operands;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A maximum or minimum with a constant number is a clamp, and a clamp of a clamp is one: {@code
 * min(max(x, 0), 6)} is how models write {@code clamp} where they were made without it.
 */
final class MergeClamps implements Pass {
  @Override
  public String name() {
    return "MergeClamps";
  }

  @Override
  public Graph apply(Graph graph) {
    GraphRewriter rewriter = new GraphRewriter(graph);
    Uses uses = new Uses(graph);
    Map<Value, Bounds> bounded = new HashMap<>();
    for (Node node : graph.nodes()) {
      Optional<Bounds> found = Bounds.of(node, graph);
      if (found.isEmpty()) {
        rewriter.keep(node);
        continue;
      }
      Bounds own = found.get();
      Optional<Bounds> before =
          Optional.ofNullable(bounded.get(own.input()))
              .filter(_ -> uses.onlyConsumer(own.input()).isPresent());
      Bounds bounds = before.map(own::after).orElse(own);
      bounded.put(node.result(), bounds);
      if (before.isEmpty() && Bounds.isClamp(node)) {
        rewriter.keep(node);
      } else {
        emit(node, bounds, rewriter);
      }
    }
    return rewriter.finish();
  }

  private static void emit(Node node, Bounds bounds, GraphRewriter rewriter) {
    Attributes attributes =
        Attributes.of(Clamp.MIN_VALUE, MLNumber.of(bounds.min()))
            .with(Clamp.MAX_VALUE, MLNumber.of(bounds.max()));
    Value result =
        rewriter
            .emit(
                Clamp.OPERATOR,
                Operands.of(Clamp.INPUT, rewriter.current(bounds.input())),
                attributes,
                node.label())
            .getFirst();
    rewriter.replace(node.result(), result);
  }
}
