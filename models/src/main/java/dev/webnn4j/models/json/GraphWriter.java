package dev.webnn4j.models.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one graph. */
final class GraphWriter {
  private static final String SUFFIX = ".json";

  private final Graph graph;
  private final Map<Value, String> names;
  private final WeightsLayout weights;
  private final JsonGenerator json;

  private GraphWriter(Graph graph, WeightsLayout weights, JsonGenerator json) {
    this.graph = graph;
    this.weights = weights;
    this.json = json;
    names = UniqueNames.of(graph);
  }

  static void write(Graph graph, Path target) throws IOException {
    String name = Optional.ofNullable(target.getFileName()).map(Path::toString).orElse("");
    if (!name.endsWith(SUFFIX) || name.length() == SUFFIX.length()) {
      throw new IllegalArgumentException(
          "the graph cannot be written to '" + target + "'; name a file that ends in " + SUFFIX);
    }
    requireCatalogue(graph);
    GraphVerifier.verify(graph);
    Path binary =
        target.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ".bin");
    WeightsLayout weights = WeightsLayout.of(graph, binary);
    try (AtomicFile text = new AtomicFile(target)) {
      try (OutputStream out = Channels.newOutputStream(text.channel());
          JsonGenerator json =
              new JsonFactory()
                  .createGenerator(out)
                  .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
        json.setPrettyPrinter(new EntryPerLine());
        new GraphWriter(graph, weights, json).writeDocument();
        json.flush();
        weights.write();
        text.commit();
      }
    }
  }

  /** The engine's own operators are its own affair. */
  private static void requireCatalogue(Graph graph) {
    for (Node node : graph.nodes()) {
      if (!Catalogue.find(node.operator().name()).equals(Optional.of(node.operator()))) {
        throw new IllegalArgumentException(
            "the operator "
                + node.operator()
                + " is none of the catalogue's; write the graph as it was built, before an engine"
                + " compiles it");
      }
    }
  }

  private void writeDocument() throws IOException {
    json.writeStartObject();
    json.writeStringField("format", GraphFormat.FORMAT);
    json.writeNumberField("version", GraphFormat.VERSION);
    json.writeObjectFieldStart("inputs");
    for (var input : graph.inputs().entrySet()) {
      json.writeObjectFieldStart(input.getKey());
      writeType(input.getValue().type());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("constants");
    for (var constant : graph.constants().entrySet()) {
      writeConstant(constant.getKey(), constant.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("nodes");
    for (Node node : graph.nodes()) {
      writeNode(node);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("outputs");
    for (var output : graph.outputs().entrySet()) {
      json.writeStringField(output.getKey(), names.get(output.getValue()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeType(MLOperandDescriptor type) throws IOException {
    json.writeStringField("dataType", type.dataType().idlName());
    json.writeArrayFieldStart("shape");
    for (int dim : type.shape().dims()) {
      json.writeNumber(dim);
    }
    json.writeEndArray();
  }

  private void writeConstant(Value constant, MemorySegment data) throws IOException {
    json.writeObjectFieldStart(names.get(constant));
    writeType(constant.type());
    Optional<Long> offset = weights.offset(constant);
    if (offset.isPresent()) {
      json.writeObjectFieldStart("weights");
      json.writeStringField("file", weights.fileName());
      json.writeNumberField("offset", offset.orElseThrow());
      json.writeNumberField("byteLength", constant.type().byteLength());
      json.writeEndObject();
    } else {
      json.writeFieldName("data");
      InlineData.write(json, constant.type(), data);
    }
    json.writeEndObject();
  }

  private void writeNode(Node node) throws IOException {
    json.writeStartObject();
    json.writeStringField("op", node.operator().name());
    if (!node.label().isEmpty()) {
      json.writeStringField("label", node.label());
    }
    json.writeObjectFieldStart("operands");
    for (OperandSlot slot : node.operands().slots()) {
      json.writeFieldName(slot.name());
      writeOperands(slot, node.operands().all(slot));
    }
    json.writeEndObject();
    writeOptions(node);
    json.writeArrayFieldStart("results");
    for (Value result : node.results()) {
      json.writeStartObject();
      json.writeStringField("name", names.get(result));
      writeType(result.type());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeOperands(OperandSlot slot, List<Value> operands) throws IOException {
    if (slot.kind() != OperandSlot.Kind.VARIADIC) {
      json.writeString(names.get(operands.getFirst()));
      return;
    }
    json.writeStartArray();
    for (Value operand : operands) {
      json.writeString(names.get(operand));
    }
    json.writeEndArray();
  }

  private void writeOptions(Node node) throws IOException {
    var given = new LinkedHashMap<Attribute<?>, Object>();
    node.attributes().forEach(given::put);
    if (given.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("options");
    for (var option : given.entrySet()) {
      json.writeFieldName(option.getKey().name());
      AttributeWriter.write(json, option.getKey().type(), option.getValue());
    }
    json.writeEndObject();
  }
}
