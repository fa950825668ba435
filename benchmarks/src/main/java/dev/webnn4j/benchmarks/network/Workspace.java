package dev.webnn4j.benchmarks.network;

import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where networks come from and go to.
 *
 * @param data the folder of the test data
 * @param scratch a folder of our own for files that are made
 * @param seed what made-up weights and inputs depend on
 */
public record Workspace(Path data, Path scratch, long seed) {
  /**
   * A file or folder of the test data.
   *
   * @throws IllegalArgumentException if it is not there
   */
  Path given(String path) {
    Path place = data.resolve(path);
    if (!Files.exists(place)) {
      throw new IllegalArgumentException(
          "the test data has no " + path + " under " + data + "; name its folder with --data");
    }
    return place;
  }

  /** A folder for files that belong to a network. */
  public Path folder(String name) throws IOException {
    return Files.createDirectories(scratch.resolve(name));
  }

  /** Writes a model that was made here. */
  Network write(String name, OnnxModel model, float inputRange, List<Network.Example> examples)
      throws IOException {
    Path file = folder(name).resolve("model.onnx");
    OnnxWriter.write(model, file);
    return new Network(name, file, model.inputs(), model.outputs(), inputRange, examples);
  }
}
