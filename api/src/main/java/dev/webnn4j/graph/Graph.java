package dev.webnn4j.graph;

import dev.webnn4j.spi.TensorMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A graph of operations. Immutable; every producer stands before its consumers.
 *
 * @param inputs the values a run is given, by name
 * @param constants the values known beforehand, each a dense tensor in native byte order
 * @param outputs the values a run gives, by name
 */
public record Graph(
    SequencedMap<String, Value> inputs,
    Map<Value, MemorySegment> constants,
    List<Node> nodes,
    SequencedMap<String, Value> outputs) {
  public Graph {
    inputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inputs));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    nodes = List.copyOf(nodes);
    outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
  }

  /** The bytes of a constant; empty if the value is not one. */
  public Optional<MemorySegment> constant(Value value) {
    return Optional.ofNullable(constants.get(value));
  }

  /** The same graph with its constants copied to other memory. */
  public Graph withConstantsIn(SegmentAllocator memory) {
    Map<Value, MemorySegment> copies = new LinkedHashMap<>();
    constants.forEach(
        (value, data) ->
            copies.put(
                value, TensorMemory.allocate(memory, data.byteSize()).copyFrom(data).asReadOnly()));
    return new Graph(inputs, copies, nodes, outputs);
  }

  public boolean isConstant(Value value) {
    return constants.containsKey(value);
  }

  /** The graph as text, one line a node. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    inputs.forEach((name, value) -> text.append("input ").append(value).append('\n'));
    text.append(constants.size()).append(" constants\n");
    nodes.forEach(node -> text.append(node).append('\n'));
    outputs.forEach(
        (name, value) ->
            text.append("output ").append(name).append(" = ").append(value).append('\n'));
    return text.toString();
  }
}
