package dev.webnn4j.examples.segmentation;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.models.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of .npy files as constants of a graph. */
record Weights(Path directory, MLGraphBuilder builder) {
  Weights {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(directory + ": there is no such directory of weights");
    }
  }

  MLOperand constant(String name) throws IOException {
    Path file = directory.resolve(name + ".npy");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + ": there is no such file of weights");
    }
    Npy array = Npy.read(file);
    return builder.constant(array.descriptor(), array.data());
  }
}
