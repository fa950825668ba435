package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import dev.webnn4j.graph.Node;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder for graphs, and a context for builders. */
abstract class GraphFixture {
  @TempDir Path folder;

  final MLContext context = ML.createContext();
  final MLGraphBuilder builder = new MLGraphBuilder(context);

  @AfterEach
  final void closeContext() {
    context.close();
  }

  final Path file(String name) {
    return folder.resolve(name);
  }

  /** The graph of a file, with shapes other than the file's for some inputs. */
  final Graph read(Path json, Map<String, Shape> shapes) throws IOException {
    MLGraphBuilder reading = new MLGraphBuilder(context);
    Graph graph = reading.graph(GraphJson.read(json, reading, shapes));
    GraphVerifier.verify(graph);
    return graph;
  }

  final Graph read(Path json) throws IOException {
    return read(json, Map.of());
  }

  /** Writes a document and reads it. */
  final Graph read(String document) throws IOException {
    return read(Files.writeString(file("written.json"), document));
  }

  /** Asserts that two graphs are the same in all that a file can say. */
  static void assertSame(Graph expected, Graph given) {
    assertEquals(expected.toString(), given.toString());
    assertEquals(
        expected.nodes().stream().map(Node::attributes).toList(),
        given.nodes().stream().map(Node::attributes).toList());
    assertEquals(slots(expected), slots(given));
    List<MemorySegment> constants = List.copyOf(given.constants().values());
    int index = 0;
    for (MemorySegment constant : expected.constants().values()) {
      assertEquals(-1, constant.mismatch(constants.get(index++)));
    }
  }

  private static List<String> slots(Graph graph) {
    return graph.nodes().stream().map(node -> node.operands().toString()).toList();
  }
}
