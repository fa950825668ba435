package dev.webnn4j.backend.java.pass;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Transpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of a graph under rewriting that exist with their channels last. A conversion is made
 * only when somebody asks for the layout a value does not have yet.
 */
final class ChannelsLastValues {
  static final List<Long> TO_CHANNELS_LAST = List.of(0L, 2L, 3L, 1L);
  static final List<Long> TO_CHANNELS_FIRST = List.of(0L, 3L, 1L, 2L);

  private final GraphRewriter rewriter;

  /** From a value of the old graph to its twin in the new one. */
  private final Map<Value, Value> twins = new HashMap<>();

  /** The old values that only their twins stand for so far. */
  private final Set<Value> converted = new HashSet<>();

  /** The labels of the nodes that make the old values: conversions are called after them. */
  private final Map<Value, String> layers = new HashMap<>();

  ChannelsLastValues(Graph graph, GraphRewriter rewriter) {
    this.rewriter = rewriter;
    graph.nodes().forEach(node -> node.results().forEach(r -> layers.put(r, node.label())));
  }

  boolean has(Value old) {
    return twins.containsKey(old);
  }

  /** Says that an old value now exists with its channels last, and only so. */
  void put(Value old, Value twin) {
    twins.put(old, twin);
    converted.add(old);
  }

  /** The twin of an old value of rank 4; converts it if need be. */
  Value channelsLast(Value old) {
    return twins.computeIfAbsent(
        old, value -> transpose(rewriter.current(value), TO_CHANNELS_LAST, layer(old) + ":nhwc"));
  }

  /** An old value as the old graph had it; converts it back if need be. */
  Value original(Value old) {
    if (!converted.remove(old)) {
      return rewriter.current(old);
    }
    Value restored = transpose(twins.get(old), TO_CHANNELS_FIRST, layer(old) + ":nchw");
    rewriter.replace(old, restored);
    return restored;
  }

  /**
   * An operand that broadcasts to a value of rank 4, so that it broadcasts to that value's twin.
   */
  Value broadcastOperand(Value old) {
    if (old.shape().elementCount() == 1) {
      return original(old);
    }
    if (old.shape().rank() == 4) {
      return channelsLast(old);
    }
    List<Long> dims = new ArrayList<>(old.shape().toList());
    while (dims.size() < 4) {
      dims.addFirst(1L);
    }
    Value padded =
        emit(
            Reshape.OPERATOR,
            Operands.of(Reshape.INPUT, original(old)),
            Attributes.of(Reshape.NEW_SHAPE, dims),
            layer(old));
    return transpose(padded, TO_CHANNELS_LAST, layer(old) + ":nhwc");
  }

  private String layer(Value old) {
    return layers.getOrDefault(old, old.name());
  }

  private Value transpose(Value value, List<Long> permutation, String label) {
    return emit(
        Transpose.OPERATOR,
        Operands.of(Transpose.INPUT, value),
        Attributes.of(Transpose.PERMUTATION, permutation),
        label);
  }

  private Value emit(
      Operator operator, Operands<Value> operands, Attributes attributes, String label) {
    return rewriter.emit(operator, operands, attributes, label).getFirst();
  }
}
