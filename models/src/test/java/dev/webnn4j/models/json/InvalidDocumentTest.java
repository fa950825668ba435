package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a file as a whole, its inputs and its outputs, is said in one sentence. */
class InvalidDocumentTest extends GraphFixture {
  private void refuses(String message, String document) {
    var error = assertThrows(GraphFormatException.class, () -> read(document));
    assertEquals(file("written.json") + message, error.getMessage());
  }

  private void refuses(String message, GraphDocument document) {
    refuses(message, document.text());
  }

  private static String with(String part, String replacement) {
    return GraphDocument.RIGHT
        .text()
        .replace(part.replace('\'', '"'), replacement.replace('\'', '"'));
  }

  @Test
  void theRightOneIsRead() throws IOException {
    assertEquals(1, read(GraphDocument.RIGHT.text()).nodes().size());
  }

  @Test
  void aMissingFileIsAMissingFile() {
    Path missing = file("missing.json");
    var error = assertThrows(NoSuchFileException.class, () -> read(missing));
    assertEquals(missing.toString(), error.getFile());
  }

  @Test
  void aFolder() {
    var error = assertThrows(GraphFormatException.class, () -> read(folder));
    assertEquals(folder + ": it is a folder; name a graph's .json file in it", error.getMessage());
  }

  @Test
  void malformedJson() {
    refuses(
        ":3:2: malformed JSON: Unexpected character ('}' (code 125)): was expecting double-quote to"
            + " start field name",
        "{\"format\": \"webnn4j-graph\",\n\n }");
  }

  @Test
  void whatIsNoText() throws IOException {
    Files.write(file("photo.json"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    var error = assertThrows(GraphFormatException.class, () -> read(file("photo.json")));
    assertEquals(
        file("photo.json") + ":1:2: malformed JSON: Invalid UTF-8 start byte 0x89",
        error.getMessage());
  }

  @Test
  void jsonThatEndsTooEarly() {
    refuses(":2: the JSON ends too early; copy it once more", "{\"format\":\n");
    refuses(": the file is empty; copy it once more", "");
  }

  @Test
  void jsonThatGoesOn() {
    refuses(
        ":10: there is more behind the end of the JSON; write one graph to a file",
        GraphDocument.RIGHT.text() + "{}");
  }

  @Test
  void anotherDocument() {
    refuses(":1: the document is a list; it must be an object", "[]");
    refuses(":1: 'format' is missing", "{}");
    refuses(
        ":2: format is \"webnn-graph-json\"; it must be \"webnn4j-graph\"",
        with("webnn4j-graph", "webnn-graph-json"));
    refuses(
        ":2: version is 2; it must be 1, the only one there is",
        with("'version': 1", "'version': 2"));
  }

  @Test
  void members() {
    refuses(":4: unknown member 'consts'; did you mean 'constants'?", with("constants", "consts"));
    refuses(":1: 'nodes' is missing", "{\"format\": \"webnn4j-graph\", \"version\": 1}");
    refuses(
        ":5: 'inputs' stands twice in one object, first in line 3; keep one of them",
        with("'nodes'", "'inputs'"));
  }

  @Test
  void inputs() {
    refuses(
        ":3: input 'x': it is [; it must be an object".replace("is [", "is a list"),
        GraphDocument.RIGHT.inputs("'x': []"));
    refuses(
        ":3: input 'x': dataType is \"float\"; it must be one of float32, float16, int32, uint32,"
            + " int64, uint64, int8, uint8, int4, uint4",
        GraphDocument.RIGHT.inputs("'x': {'dataType': 'float', 'shape': []}"));
    refuses(
        ":3: input 'x': shape is 2; it must be a list",
        GraphDocument.RIGHT.inputs("'x': {'dataType': 'float32', 'shape': 2}"));
    refuses(
        ":3: input 'x': a dimension of shape is 0; it must be a whole number from 1 to 2147483647",
        GraphDocument.RIGHT.inputs("'x': {'dataType': 'float32', 'shape': [2, 0]}"));
    refuses(
        ":3: input 'x': a tensor of float32[2147483647, 2147483647, 2147483647] takes more than"
            + " 2147483647 bytes",
        GraphDocument.RIGHT.inputs(
            "'x': {'dataType': 'float32', 'shape': [2147483647, 2147483647, 2147483647]}"));
    refuses(
        ":3: input '': the name of an input must not be empty",
        GraphDocument.RIGHT.inputs("'': {'dataType': 'float32', 'shape': [2]}"));
  }

  @Test
  void outputs() {
    refuses(
        ":8: output 'y': nothing is called 'yy'; did you mean 'y'?",
        GraphDocument.RIGHT.outputs("'y': 'yy'"));
    refuses(
        ":8: output 'y': it is 1; it must be a string that is not empty",
        GraphDocument.RIGHT.outputs("'y': 1"));
    refuses(
        ":8: output 'z': 'w' is an input or a constant; let an identity make it",
        GraphDocument.RIGHT.outputs("'z': 'w'"));
    refuses(":8: the name of an output must not be empty", GraphDocument.RIGHT.outputs("'': 'y'"));
    refuses(":8: outputs is empty; a graph needs at least one", GraphDocument.RIGHT.outputs(""));
  }

  @Test
  void shapesOfOtherInputs() throws IOException {
    Path written = Files.writeString(file("written.json"), GraphDocument.RIGHT.text());
    var error =
        assertThrows(IllegalArgumentException.class, () -> read(written, Map.of("y", Shape.of(2))));
    assertEquals(written + " has no input 'y'; there are: x", error.getMessage());
  }

  @Test
  void shapesThatTheGraphCannotHave() throws IOException {
    Path written = Files.writeString(file("written.json"), GraphDocument.RIGHT.text());
    var error =
        assertThrows(GraphFormatException.class, () -> read(written, Map.of("x", Shape.of(3))));
    assertEquals(
        written
            + ":6: nodes[0]: add: the shapes [3] of a and [2] of b cannot be broadcast to"
            + " each other",
        error.getMessage());
  }
}
