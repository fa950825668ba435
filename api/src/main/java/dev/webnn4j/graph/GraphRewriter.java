package dev.webnn4j.graph;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Builds a graph, from nothing or out of another one: a pass walks the old nodes in order and for
 * each either {@link #keep}s it or emits others in its place and says what {@link #replace}s its
 * results. What no output needs is left out at the end.
 */
public final class GraphRewriter {
  private final SequencedMap<String, Value> inputs = new LinkedHashMap<>();
  private final Map<Value, MemorySegment> constants = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final SequencedMap<String, Value> outputs = new LinkedHashMap<>();
  private final Map<Value, Value> replacements = new HashMap<>();
  private int counter;

  /** Starts an empty graph. */
  public GraphRewriter() {}

  /** Starts with the inputs, constants and outputs of a graph, but none of its nodes. */
  public GraphRewriter(Graph graph) {
    inputs.putAll(graph.inputs());
    constants.putAll(graph.constants());
    outputs.putAll(graph.outputs());
    // Names stay telling apart what different passes made.
    counter = graph.nodes().stream().mapToInt(node -> node.results().size()).sum();
  }

  /** What now stands for a value of the old graph. */
  public Value current(Value value) {
    return replacements.getOrDefault(value, value);
  }

  public Value constant(MLOperandDescriptor type, MemorySegment data) {
    Value value = new Value(type, "c" + constants.size());
    constants.put(value, data);
    return value;
  }

  /** Adds a node and infers the types of its results. The operands are values of the new graph. */
  public List<Value> emit(
      Operator operator, Operands<Value> operands, Attributes attributes, String label) {
    Call call = new Call(operator, operands.map(Value::type), attributes, label);
    List<Value> results = new ArrayList<>();
    for (MLOperandDescriptor type : operator.infer(call)) {
      results.add(new Value(type, operator.name() + counter++));
    }
    nodes.add(new Node(operator, operands, attributes, results, label));
    return List.copyOf(results);
  }

  /** Takes over a node of the old graph, with what now stands for its operands. */
  public void keep(Node node) {
    Operands<Value> operands = node.operands().map(this::current);
    nodes.add(new Node(node.operator(), operands, node.attributes(), node.results(), node.label()));
  }

  /** Says that a new value takes the place of an old one. */
  public void replace(Value old, Value replacement) {
    if (!old.type().equals(replacement.type())) {
      throw new IllegalArgumentException(
          replacement + " cannot replace " + old + ": their types differ");
    }
    replacements.put(old, replacement);
  }

  /** The new graph, without nodes and constants that no output needs. Inputs all stay. */
  public Graph finish() {
    return finish(outputs);
  }

  /** The graph of other outputs than were there at the start. */
  public Graph finish(SequencedMap<String, Value> wanted) {
    SequencedMap<String, Value> results = new LinkedHashMap<>();
    wanted.forEach((name, value) -> results.put(name, current(value)));
    Set<Value> needed = new HashSet<>(results.values());
    List<Node> live = new ArrayList<>();
    for (Node node : nodes.reversed()) {
      if (node.results().stream().anyMatch(needed::contains)) {
        needed.addAll(node.operands().flat());
        live.addFirst(node);
      }
    }
    Map<Value, MemorySegment> liveConstants = new LinkedHashMap<>(constants);
    liveConstants.keySet().retainAll(needed);
    return new Graph(inputs, liveConstants, live, results);
  }
}
