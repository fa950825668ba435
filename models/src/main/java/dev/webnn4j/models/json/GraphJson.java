package dev.webnn4j.models.json;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Graph;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Graphs as JSON, {@code NAME.json}, with their weights beside it in one binary file, {@code
 * NAME.bin}. The format is described in {@code docs/graph-json.md}.
 *
 * <p>What operators and options there are, a file's as well as a graph's, is what the catalogue
 * {@link dev.webnn4j.op.Catalogue} declares.
 */
public final class GraphJson {
  private GraphJson() {}

  /**
   * Reads a graph into a builder.
   *
   * @return the outputs in the order of the file, for {@link MLGraphBuilder#build}
   * @throws GraphFormatException if the file, or the weights beside it, cannot be understood
   * @throws IOException if a file cannot be read
   */
  public static SequencedMap<String, MLOperand> read(Path json, MLGraphBuilder builder)
      throws IOException {
    return read(json, builder, Map.of());
  }

  /**
   * Reads a graph whose inputs have other shapes than the file says. The shapes of all results
   * follow from them; what the file says of those is not asked.
   *
   * @param shapes the shapes of some inputs, by name
   * @throws IllegalArgumentException if the file has no input of a name
   * @throws GraphFormatException if the file, or the weights beside it, cannot be understood, or an
   *     operator cannot take what follows from the shapes
   * @throws IOException if a file cannot be read
   */
  public static SequencedMap<String, MLOperand> read(
      Path json, MLGraphBuilder builder, Map<String, Shape> shapes) throws IOException {
    requireLittleEndian();
    return GraphReader.read(json, builder, shapes);
  }

  /**
   * Writes a graph, such as {@link MLGraphBuilder#graph} gives. Both files are written beside their
   * places, and moved there when both are complete: a failure to write leaves what was there.
   *
   * @param json a path that ends in {@code .json}; the weights get the same name with {@code .bin}.
   *     A graph with none but a few small constants has no such file
   * @throws IllegalArgumentException if the path does not, or an operator of the graph is none of
   *     the catalogue's
   * @throws IOException if a file cannot be written
   */
  public static void write(Graph graph, Path json) throws IOException {
    requireLittleEndian();
    GraphWriter.write(graph, json);
  }

  /** The bytes of weights are copied as they are. */
  private static void requireLittleEndian() {
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new UnsupportedOperationException(
          "weights are little-endian, and this machine is not: it cannot read or write graphs");
    }
  }
}
