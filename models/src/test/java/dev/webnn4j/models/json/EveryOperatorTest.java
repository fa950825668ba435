package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One graph, written by hand, that uses all there is of the catalogue. */
class EveryOperatorTest extends GraphFixture {
  private static Path document() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(EveryOperatorTest.class.getResource("every-operator.json")).toURI());
  }

  @Test
  void isReadWrittenAndReadAgain() throws Exception {
    Graph graph = read(document());
    GraphJson.write(graph, file("again.json"));
    Graph again = read(file("again.json"));
    assertSame(graph, again);
    GraphJson.write(again, file("third.json"));
    assertEquals(Files.readString(file("again.json")), Files.readString(file("third.json")));
  }

  /** What the file says is what is read: else both directions could be wrong alike. */
  @Test
  void attributesAreWhatTheFileSays() throws Exception {
    Graph graph = read(document());
    assertEquals("{minValue=-Infinity, maxValue=6}", "{" + attributes(graph, "clamp") + "}");
    assertEquals(
        "padding=[1, 1, 0, 2], strides=[2, 1], dilations=[1, 2], groups=2, inputLayout=nhwc,"
            + " filterLayout=ohwi",
        attributes(graph, "conv2d"));
    assertEquals("splits=[1, 2], axis=1", attributes(graph, "split"));
    assertEquals("upper=false, diagonal=-1", attributes(graph, "triangular"));
    assertEquals(
        "mode=linear, scales=[1.1, 0.3], sizes=[9, 5], axes=[1, 2],"
            + " coordinateTransformation=align-corners",
        attributes(graph, "resample2d"));
    assertEquals("stem", node(graph, "conv2d").label());
  }

  private static Node node(Graph graph, String operator) {
    return graph.nodes().stream()
        .filter(node -> node.operator().name().equals(operator))
        .findFirst()
        .orElseThrow();
  }

  private static String attributes(Graph graph, String operator) {
    return node(graph, operator).attributes().toString().replaceAll(" (?=[a-zA-Z]+=)", ", ");
  }

  @Test
  void noOperatorIsLeftOut() throws Exception {
    Set<Operator> used =
        read(document()).nodes().stream().map(Node::operator).collect(Collectors.toSet());
    assertEquals(Set.copyOf(Catalogue.operators()), used);
  }

  @Test
  void noAttributeAndNoOptionalOperandIsLeftOut() throws Exception {
    Set<String> missing = new TreeSet<>();
    for (Node node : read(document()).nodes()) {
      for (Attribute<?> attribute : node.operator().attributes()) {
        if (!node.attributes().has(attribute)) {
          missing.add(node.operator() + "." + attribute.name());
        }
      }
      for (OperandSlot slot : node.operator().operands()) {
        if (!node.operands().has(slot)) {
          missing.add(node.operator() + "." + slot.name());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void eachEntryIsALine() throws IOException, URISyntaxException {
    Graph graph = read(document());
    GraphJson.write(graph, file("again.json"));
    List<String> lines = Files.readAllLines(file("again.json"));
    assertEquals("  \"format\": \"webnn4j-graph\",", lines.get(1));
    String softmax =
        "    {\"op\": \"softmax\", \"operands\": {\"input\": \"square\"}, \"options\": {\"axis\": 1},"
            + " \"results\": [{\"name\": \"softmax98\", \"dataType\": \"float32\","
            + " \"shape\": [3, 3]}]},";
    assertTrue(lines.contains(softmax), () -> String.join("\n", lines));
  }
}
