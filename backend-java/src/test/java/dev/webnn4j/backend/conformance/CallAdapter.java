package dev.webnn4j.backend.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.webnn4j.backend.conformance.ConformanceCase.OperatorCall;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Builds the graph of a case: each call's arguments are taken by position, its options by name, as
 * the catalogue declares them.
 */
final class CallAdapter<V> {
  private final GraphSink<V> sink;
  private final Map<String, V> values = new HashMap<>();

  private CallAdapter(GraphSink<V> sink) {
    this.sink = sink;
  }

  /** The outputs of the case's graph, by name. */
  static <V> SequencedMap<String, V> build(ConformanceCase test, GraphSink<V> sink) {
    CallAdapter<V> adapter = new CallAdapter<>(sink);
    test.inputs()
        .forEach(
            (name, tensor) ->
                adapter.values.put(
                    name,
                    tensor.constant()
                        ? sink.constant(tensor.type(), tensor.bytes())
                        : sink.input(name, tensor.type())));
    test.calls().forEach(adapter::add);
    SequencedMap<String, V> outputs = new LinkedHashMap<>();
    test.outputs().keySet().forEach(name -> outputs.put(name, adapter.value(name)));
    return outputs;
  }

  private V value(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException("the case has no tensor '" + name + "'");
    }
    return values.get(name);
  }

  private void add(OperatorCall call) {
    Operator operator = Catalogue.find(call.operator()).orElseThrow();
    Deque<JsonNode> arguments = new ArrayDeque<>(call.arguments());
    Operands<V> operands = Operands.none();
    Attributes attributes = Attributes.NONE;
    for (OperandSlot slot : operator.operands()) {
      if (!slot.isOptional()) {
        operands = operands.with(slot, values(arguments.removeFirst()));
      }
    }
    for (Attribute<?> attribute : operator.attributes()) {
      if (attribute.isArgument() && !arguments.isEmpty()) {
        attributes = with(attributes, attribute, arguments.removeFirst());
      }
    }
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException(operator + " takes no argument " + arguments);
    }
    for (var option : call.options().map(JsonNode::properties).orElse(Set.of())) {
      String name = option.getKey();
      if (operator.findOperand(name).isPresent()) {
        operands =
            operands.with(operator.findOperand(name).orElseThrow(), values(option.getValue()));
      } else if (!name.equals("label")) {
        attributes = with(attributes, attribute(operator, name), option.getValue());
      }
    }
    List<V> results = sink.call(operator, operands, attributes);
    for (int i = 0; i < results.size(); i++) {
      values.put(call.results().get(i), results.get(i));
    }
  }

  private List<V> values(JsonNode names) {
    List<V> list = new ArrayList<>();
    if (names.isArray()) {
      names.forEach(name -> list.add(value(name.textValue())));
    } else {
      list.add(value(names.textValue()));
    }
    return list;
  }

  private static Attribute<?> attribute(Operator operator, String name) {
    return operator.attributes().stream()
        .filter(a -> a.name().equals(name) || a.formerName().equals(Optional.of(name)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(operator + " has no option " + name));
  }

  private static <T> Attributes with(
      Attributes attributes, Attribute<T> attribute, JsonNode value) {
    return attributes.with(attribute, AttributeValues.of(attribute.type(), value));
  }
}
