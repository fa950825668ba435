package dev.webnn4j.graph;

import dev.webnn4j.MLOperandDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Finds what is wrong with a graph; runs after every pass of the compiler. */
public final class GraphVerifier {
  private GraphVerifier() {}

  /**
   * Checks that every value is made once and before it is used, that constants have the size of
   * their type, and that each node's results are what its operator infers.
   *
   * @throws IllegalStateException naming the node at fault
   */
  public static void verify(Graph graph) {
    Set<Value> known = new HashSet<>(graph.inputs().values());
    graph
        .constants()
        .forEach(
            (value, data) -> {
              require(
                  data.byteSize() >= value.type().byteLength(),
                  () -> "constant " + value + " has " + data.byteSize() + " bytes");
              require(known.add(value), () -> value + " is both a constant and an input");
            });
    for (Node node : graph.nodes()) {
      for (Value operand : node.operands().flat()) {
        require(known.contains(operand), () -> node + " uses " + operand + " before it is made");
      }
      List<MLOperandDescriptor> inferred = inferred(node);
      List<MLOperandDescriptor> declared = node.results().stream().map(Value::type).toList();
      require(
          declared.equals(inferred), () -> node + " has results of other types than " + inferred);
      for (Value result : node.results()) {
        require(known.add(result), () -> result + " is made twice");
      }
    }
    graph
        .outputs()
        .forEach(
            (name, value) ->
                require(
                    known.contains(value),
                    () -> "output " + name + " = " + value + " is not made"));
  }

  private static List<MLOperandDescriptor> inferred(Node node) {
    try {
      return node.operator().infer(node.call());
    } catch (IllegalArgumentException invalid) {
      throw new IllegalStateException(node + " is invalid: " + invalid.getMessage(), invalid);
    }
  }

  /**
   * @param message made only if it is needed: graphs are verified after each pass
   */
  private static void require(boolean condition, Supplier<String> message) {
    if (!condition) {
      throw new IllegalStateException(message.get());
    }
  }
}
