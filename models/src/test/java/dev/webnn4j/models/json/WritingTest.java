package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files are written as a whole or not at all, and graphs keep names and shapes. */
class WritingTest extends GraphFixture {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 20);

  private Graph affine() {
    MLOperand x = builder.input("x", TYPE);
    MLOperand w = builder.constant(TYPE, new float[20]);
    return builder.graph(Map.of("y", builder.add(x, w)));
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void leavesNothingBesideTheTwoFiles() throws IOException {
    GraphJson.write(affine(), file("a.json"));
    GraphJson.write(affine(), file("a.json"));
    assertEquals(Set.of("a.json", "a.bin"), files());
  }

  @Test
  void aWriteThatFailsChangesNothing() throws IOException {
    GraphJson.write(affine(), file("a.json"));
    String before = Files.readString(file("a.json"));
    // Weights cannot take the place of a folder that is not empty.
    Files.delete(file("a.bin"));
    Files.createDirectories(file("a.bin").resolve("full"));
    assertThrows(IOException.class, () -> GraphJson.write(affine(), file("a.json")));
    assertEquals(before, Files.readString(file("a.json")));
    assertEquals(Set.of("a.json", "a.bin"), files());
  }

  @Test
  void theFolderMustBeThere() {
    assertThrows(
        NoSuchFileException.class, () -> GraphJson.write(affine(), file("gone").resolve("a.json")));
  }

  @Test
  void theFileIsNamedJson() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> GraphJson.write(affine(), file("a.webnn")));
    assertEquals(
        "the graph cannot be written to '" + file("a.webnn") + "'; name a file that ends in .json",
        error.getMessage());
  }

  @Test
  void operatorsOfAnEngineAreRefused() throws IOException {
    OperandSlot slot = OperandSlot.of("input", Set.of(MLOperandDataType.FLOAT32));
    Operator own = Operator.named("convolution").operands(slot).infers(call -> call.type(slot));
    GraphRewriter graph = new GraphRewriter();
    Value constant = graph.constant(TYPE, MemorySegment.ofArray(new float[20]));
    List<Value> made = graph.emit(own, Operands.of(slot, constant), Attributes.NONE, "");
    SequencedMap<String, Value> outputs = new LinkedHashMap<>(Map.of("y", made.getFirst()));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> GraphJson.write(graph.finish(outputs), file("a.json")));
    assertEquals(
        "the operator convolution is none of the catalogue's; write the graph as it was built,"
            + " before an engine compiles it",
        error.getMessage());
    assertEquals(Set.of(), files());
  }

  @Test
  void valuesOfOneNameAreToldApart() throws IOException {
    MLOperand x = builder.input("c0", TYPE);
    MLOperand y = builder.add(builder.input("add0", TYPE), builder.constant(TYPE, new float[20]));
    Graph graph = builder.graph(Map.of("y", builder.mul(x, y)));
    GraphJson.write(graph, file("a.json"));
    assertEquals(graph.inputs().keySet(), read(file("a.json")).inputs().keySet());
    String text = Files.readString(file("a.json"));
    assertTrue(text.contains("{\"a\": \"add0\", \"b\": \"c0_2\"}"), text);
    assertTrue(text.contains("{\"a\": \"c0\", \"b\": \"add0_2\"}"), text);
  }

  @Test
  void otherShapesOfInputsAreFollowed() throws IOException {
    MLOperand x = builder.input("x", TYPE);
    GraphJson.write(builder.graph(Map.of("y", builder.softmax(x, 1))), file("a.json"));
    Graph graph = read(file("a.json"), Map.of("x", Shape.of(4, 30)));
    assertEquals(Shape.of(4, 30), graph.inputs().get("x").shape());
    assertEquals(Shape.of(4, 30), graph.outputs().get("y").shape());
  }

  @Test
  void outputsKeepTheirOrder() throws IOException {
    MLOperand x = builder.input("x", TYPE);
    var outputs = new LinkedHashMap<String, MLOperand>();
    for (String name : List.of("z", "a", "m", "b")) {
      outputs.put(name, builder.relu(x));
    }
    GraphJson.write(builder.graph(outputs), file("a.json"));
    assertEquals(List.of("z", "a", "m", "b"), List.copyOf(read(file("a.json")).outputs().keySet()));
  }
}
