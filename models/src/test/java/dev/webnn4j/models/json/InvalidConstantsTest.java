package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with constants and their weights is said before memory is taken for them. */
class InvalidConstantsTest extends GraphFixture {
  @BeforeEach
  void writeWeights() throws IOException {
    Files.write(file("w.bin"), new byte[16]);
  }

  private void refuses(String message, String constants) {
    String document = GraphDocument.RIGHT.constants(constants).text();
    var error = assertThrows(GraphFormatException.class, () -> read(document));
    assertEquals(
        file("written.json") + ":4: constant " + message.replace("DIR/", folder + "/"),
        error.getMessage());
  }

  private static String weights(String name, String file, String offset, String byteLength) {
    return "'%s': {'dataType': 'float32', 'shape': [2], ".formatted(name)
        + "'weights': {'file': '%s', 'offset': %s, 'byteLength': %s}}"
            .formatted(file, offset, byteLength);
  }

  private static String numbers(String dataType, String data) {
    return "'w': {'dataType': '%s', 'shape': [2], 'data': %s}".formatted(dataType, data);
  }

  @Test
  void constantsWithoutData() {
    refuses(
        "'w': it must have either data or weights", "'w': {'dataType': 'float32', 'shape': [2]}");
  }

  @Test
  void numbersThatDoNotFit() {
    refuses("'w': data has 1 numbers; float32[2] takes 2", numbers("float32", "[1]"));
    refuses(
        "'w': an element of data is 256; it must be a number that uint8 has",
        numbers("uint8", "[255, 256]"));
    refuses(
        "'w': an element of data is 1.5; it must be a number that int32 has",
        numbers("int32", "[1, 1.5]"));
    refuses(
        "'w': an element of data is 1e39; it must be a number that float32 has",
        numbers("float32", "[1, 1e39]"));
    refuses(
        "'w': an element of data is 70000; it must be a number that float16 has",
        numbers("float16", "[1, 70000]"));
    refuses(
        "'w': an element of data is \"one\"; it must be a number that float32 has",
        numbers("float32", "['one', 1]"));
  }

  @Test
  void absurdSizes() {
    refuses(
        "'w': data has 0 numbers; uint8[2147483647] takes 2147483647",
        "'w': {'dataType': 'uint8', 'shape': [2147483647], 'data': []}");
    refuses(
        "'w': the weights end at byte 2147483647, and DIR/w.bin has 16; copy it once more",
        "'w': {'dataType': 'uint8', 'shape': [2147483647], "
            + "'weights': {'file': 'w.bin', 'offset': 0, 'byteLength': 2147483647}}");
    refuses(
        "'w': offset is 99999999999999999999; it must be a whole number from 0 to"
            + " 9223372036854775799",
        weights("w", "w.bin", "99999999999999999999", "8"));
  }

  @Test
  void filesThatAreNotThere() {
    refuses(
        "'w': there is no file of weights DIR/gone.bin; put it beside the graph",
        weights("w", "gone.bin", "0", "8"));
  }

  @Test
  void filesElsewhere() {
    refuses(
        "'w': file is \"../w.bin\"; it must be the name of a file in the folder of the graph, not a"
            + " path",
        weights("w", "../w.bin", "0", "8"));
  }

  @Test
  void partsBeyondTheFile() {
    refuses(
        "'w': the weights end at byte 20, and DIR/w.bin has 16; copy it once more",
        weights("w", "w.bin", "12", "8"));
    refuses(
        "'w': offset is -8; it must be a whole number from 0 to 9223372036854775799",
        weights("w", "w.bin", "-8", "8"));
  }

  @Test
  void partsOfAnotherSize() {
    refuses("'w': byteLength is 16; the constant's type takes 8", weights("w", "w.bin", "0", "16"));
  }

  @Test
  void partsThatOverlap() {
    refuses(
        "'v': bytes 4 to 12 of DIR/w.bin overlap those of another constant, 0 to 8",
        weights("w", "w.bin", "0", "8") + ", " + weights("v", "w.bin", "4", "8"));
    refuses(
        "'v': bytes 0 to 8 of DIR/w.bin overlap those of another constant, 4 to 12",
        weights("w", "w.bin", "4", "8") + ", " + weights("v", "w.bin", "0", "8"));
  }

  @Test
  void constantsMayShareAPart() throws IOException {
    String document =
        GraphDocument.RIGHT
            .constants(weights("w", "w.bin", "8", "8") + ", " + weights("v", "w.bin", "8", "8"))
            .text();
    assertEquals(1, read(document).constants().size());
  }

  @Test
  void namesThatAreTaken() {
    refuses(
        "'x': 'x' is defined already, in line 3; rename one of them",
        numbers("float32", "[1, 2]").replace("'w'", "'x'"));
  }
}
