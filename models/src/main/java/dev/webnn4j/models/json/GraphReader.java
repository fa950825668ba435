package dev.webnn4j.models.json;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Gives what a JSON document describes to a builder. */
final class GraphReader {
  private final Place place;
  private final MLGraphBuilder builder;
  private final Map<String, Shape> shapes;
  private final NamedValues values = new NamedValues();

  private GraphReader(Place place, MLGraphBuilder builder, Map<String, Shape> shapes) {
    this.place = place;
    this.builder = builder;
    this.shapes = shapes;
  }

  static SequencedMap<String, MLOperand> read(
      Path file, MLGraphBuilder builder, Map<String, Shape> shapes) throws IOException {
    Place place = new Place(file, "");
    JsonValue.Members document = place.members("the document", JsonDocument.read(file));
    return new GraphReader(place, builder, shapes).read(document);
  }

  private SequencedMap<String, MLOperand> read(JsonValue.Members document) throws IOException {
    requireVersion(document);
    place.requireOnly(document, GraphFormat.MEMBERS);
    readInputs(section(document, "inputs"));
    readConstants(section(document, "constants"));
    List<JsonValue> nodes = place.items("nodes", place.required(document, "nodes"));
    new NodeReader(builder, values, nodes, shapes.isEmpty()).readAll(place);
    return readOutputs(place.members("outputs", place.required(document, "outputs")));
  }

  private void requireVersion(JsonValue.Members document) throws GraphFormatException {
    JsonValue format = place.required(document, "format");
    if (!format.text().equals(Optional.of(GraphFormat.FORMAT))) {
      throw place.wrong("format", format, '"' + GraphFormat.FORMAT + '"');
    }
    JsonValue version = place.required(document, "version");
    if (version.whole(GraphFormat.VERSION, GraphFormat.VERSION).isEmpty()) {
      throw place.wrong("version", version, GraphFormat.VERSION + ", the only one there is");
    }
  }

  /** An object that may be absent, which is as if it was empty. */
  private SequencedMap<String, JsonValue> section(JsonValue.Members document, String name)
      throws GraphFormatException {
    Optional<JsonValue> section = document.find(name);
    return section.isPresent()
        ? place.members(name, section.orElseThrow()).values()
        : new LinkedHashMap<>();
  }

  private void readInputs(SequencedMap<String, JsonValue> inputs) throws GraphFormatException {
    for (String name : shapes.keySet()) {
      if (!inputs.containsKey(name)) {
        throw new IllegalArgumentException(
            place.file() + " has no input '" + name + "'" + Similar.hint(name, inputs.keySet()));
      }
    }
    for (var input : inputs.entrySet()) {
      String name = input.getKey();
      Place here = place.in("input '" + name + "'");
      JsonValue.Members declared = here.members("it", input.getValue());
      here.requireOnly(declared, GraphFormat.TYPE_MEMBERS);
      MLOperandDescriptor type = here.type(declared);
      MLOperandDescriptor wanted = type.withShape(shapes.getOrDefault(name, type.shape()));
      try {
        values.give(here, declared.line(), name, builder.input(name, wanted));
      } catch (IllegalArgumentException refused) {
        throw here.error(declared.line(), refused);
      }
    }
  }

  private void readConstants(SequencedMap<String, JsonValue> constants) throws IOException {
    try (WeightsFiles weights = new WeightsFiles(place.file().resolveSibling(""))) {
      for (var constant : constants.entrySet()) {
        String name = constant.getKey();
        Place here = place.in("constant '" + name + "'");
        JsonValue.Members declared = here.members("it", constant.getValue());
        here.requireOnly(declared, GraphFormat.CONSTANT_MEMBERS);
        MLOperandDescriptor type = here.type(declared);
        MemorySegment data = data(here, declared, type, weights);
        values.give(here, declared.line(), name, builder.constant(type, data));
      }
    }
  }

  private static MemorySegment data(
      Place place, JsonValue.Members constant, MLOperandDescriptor type, WeightsFiles weights)
      throws IOException {
    Optional<JsonValue> numbers = constant.find("data");
    Optional<JsonValue> part = constant.find("weights");
    if (numbers.isPresent() == part.isPresent()) {
      throw place.error(constant.line(), "it must have either data or weights");
    }
    return numbers.isPresent()
        ? InlineData.read(place, type, numbers.orElseThrow())
        : weights.read(place, part.orElseThrow(), type.byteLength());
  }

  private SequencedMap<String, MLOperand> readOutputs(JsonValue.Members outputs)
      throws GraphFormatException {
    var read = new LinkedHashMap<String, MLOperand>();
    for (var output : outputs.values().entrySet()) {
      int line = output.getValue().line();
      if (output.getKey().isEmpty()) {
        throw place.error(line, "the name of an output must not be empty");
      }
      Place here = place.in("output '" + output.getKey() + "'");
      String name = here.text("it", output.getValue());
      read.put(output.getKey(), values.requireMade(here, line, name));
    }
    if (read.isEmpty()) {
      throw place.error(outputs.line(), "outputs is empty; a graph needs at least one");
    }
    return read;
  }
}
