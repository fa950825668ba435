package dev.webnn4j.models.json;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives the nodes of a document to a builder, one after the other. */
final class NodeReader {
  private final MLGraphBuilder builder;
  private final NamedValues values;
  private final List<JsonValue> nodes;
  private final boolean checkTypes;

  /**
   * @param checkTypes whether results must have the types that the file says they have
   */
  NodeReader(
      MLGraphBuilder builder, NamedValues values, List<JsonValue> nodes, boolean checkTypes) {
    this.builder = builder;
    this.values = values;
    this.nodes = nodes;
    this.checkTypes = checkTypes;
  }

  void readAll(Place document) throws GraphFormatException {
    List<Declared> declared = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      declared.add(declared(document.in("nodes[" + i + "]"), nodes.get(i)));
    }
    for (Declared node : declared) {
      node.results.forEach(result -> values.announce(result.name, result.line));
    }
    for (Declared node : declared) {
      read(node);
    }
  }

  /** A node whose operator is known. */
  private record Declared(
      Place place, JsonValue.Members json, Operator operator, String label, List<Result> results) {
    /** The place for what the reader itself complains about; the builder names the operator. */
    Place named() {
      return place.in(
          place.what() + ": " + operator.name() + (label.isEmpty() ? "" : " [" + label + "]"));
    }
  }

  /** A result as the file declares it. */
  private record Result(String name, Optional<MLOperandDescriptor> type, int line) {}

  private static Declared declared(Place place, JsonValue node) throws GraphFormatException {
    JsonValue.Members json = place.members("it", node);
    place.requireOnly(json, GraphFormat.NODE_MEMBERS);
    JsonValue op = place.required(json, "op");
    String name = place.text("op", op);
    Operator operator =
        Catalogue.find(name)
            .orElseThrow(
                () ->
                    place.error(
                        op.line(),
                        "unknown operator '" + name + "'" + Similar.hint(name, names())));
    Optional<JsonValue> label = json.find("label");
    String text = label.isPresent() ? place.text("label", label.orElseThrow()) : "";
    return new Declared(place, json, operator, text, results(place, json));
  }

  private static List<String> names() {
    return Catalogue.operators().stream().map(Operator::name).toList();
  }

  private static List<Result> results(Place place, JsonValue.Members node)
      throws GraphFormatException {
    List<Result> results = new ArrayList<>();
    for (JsonValue item : place.items("results", place.required(node, "results"))) {
      JsonValue.Members result = place.members("a result", item);
      place.requireOnly(result, GraphFormat.RESULT_MEMBERS);
      String name = place.text("name", place.required(result, "name"));
      boolean hasType = result.find("dataType").isPresent() || result.find("shape").isPresent();
      Optional<MLOperandDescriptor> type =
          hasType ? Optional.of(place.type(result)) : Optional.empty();
      results.add(new Result(name, type, result.line()));
    }
    return results;
  }

  private void read(Declared node) throws GraphFormatException {
    Operands<MLOperand> operands = operands(node);
    Attributes attributes = attributes(node);
    List<MLOperand> made;
    try {
      made = builder.call(node.operator, operands, attributes, node.label);
    } catch (IllegalArgumentException refused) {
      throw node.place.error(node.json.line(), refused);
    }
    Place place = node.named();
    if (made.size() != node.results.size()) {
      throw place.error(
          node.json.line(),
          "it has %d results, and the file names %d".formatted(made.size(), node.results.size()));
    }
    for (int i = 0; i < made.size(); i++) {
      Result result = node.results.get(i);
      MLOperandDescriptor inferred = made.get(i).type();
      if (checkTypes && !result.type.orElse(inferred).equals(inferred)) {
        throw place.error(
            result.line,
            "the file says that '%s' is %s, and it is %s"
                .formatted(result.name, result.type.orElseThrow(), inferred));
      }
      values.make(place, result.line, result.name, made.get(i));
    }
  }

  private Operands<MLOperand> operands(Declared node) throws GraphFormatException {
    Place place = node.named();
    Operands<MLOperand> operands = Operands.none();
    JsonValue.Members given = place.members("operands", place.required(node.json, "operands"));
    for (var entry : given.values().entrySet()) {
      String name = entry.getKey();
      JsonValue json = entry.getValue();
      OperandSlot slot =
          node.operator
              .findOperand(name)
              .orElseThrow(
                  () ->
                      place.error(
                          json.line(),
                          "unknown operand '"
                              + name
                              + "'"
                              + Similar.hint(name, slots(node.operator).toList())));
      operands = operands.with(slot, values(place, slot, json));
    }
    return operands;
  }

  private List<MLOperand> values(Place place, OperandSlot slot, JsonValue json)
      throws GraphFormatException {
    List<JsonValue> names =
        slot.kind() == OperandSlot.Kind.VARIADIC ? place.items(slot.name(), json) : List.of(json);
    List<MLOperand> operands = new ArrayList<>();
    for (JsonValue name : names) {
      operands.add(values.require(place, name.line(), place.text(slot.name(), name)));
    }
    return operands;
  }

  private static Attributes attributes(Declared node) throws GraphFormatException {
    Place place = node.named();
    Attributes attributes = Attributes.NONE;
    Optional<JsonValue> options = node.json.find("options");
    if (options.isEmpty()) {
      return attributes;
    }
    for (var entry : place.members("options", options.orElseThrow()).values().entrySet()) {
      String name = entry.getKey();
      JsonValue json = entry.getValue();
      Attribute<?> attribute =
          node.operator
              .findAttribute(name)
              .orElseThrow(() -> place.error(json.line(), unknownOption(node.operator, name)));
      attributes = AttributeReader.with(attributes, attribute, json, place);
    }
    return attributes;
  }

  private static String unknownOption(Operator operator, String name) {
    String unknown = "unknown option '" + name + "'";
    if (slots(operator).anyMatch(name::equals)) {
      return unknown + "; it is an operand, which belongs into operands";
    }
    return operator.attributes().stream()
        .filter(attribute -> attribute.formerName().equals(Optional.of(name)))
        .findFirst()
        .map(attribute -> unknown + "; it is called '" + attribute.name() + "' now")
        .orElseGet(
            () ->
                unknown
                    + Similar.hint(
                        name, operator.attributes().stream().map(Attribute::name).toList()));
  }

  private static Stream<String> slots(Operator operator) {
    return operator.operands().stream().map(OperandSlot::name);
  }
}
