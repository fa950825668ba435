package train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * The weights as the page fetches them: all tensors one after another in a binary file of
 * little-endian float32, and their names, shapes and places in a JSON file beside it.
 */
final class WeightsFile {
  private WeightsFile() {}

  static void write(LeNet network, Path binary, Path layout) throws IOException {
    int size = network.tensors().stream().mapToInt(tensor -> tensor.values().length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    StringJoiner entries = new StringJoiner(",\n", "[\n", "\n]\n");
    for (Tensor tensor : network.tensors()) {
      entries.add(
          "  { \"name\": \"%s\", \"shape\": %s, \"byteOffset\": %d }"
              .formatted(tensor.name(), Arrays.toString(tensor.shape()), bytes.position()));
      for (float value : tensor.values()) {
        bytes.putFloat(value);
      }
    }
    Files.write(binary, bytes.array());
    Files.writeString(layout, entries.toString());
  }

  /** Reads the binary alone: this program's network has the same tensors in the same order. */
  static LeNet read(Path binary) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(binary)).order(ByteOrder.LITTLE_ENDIAN);
    LeNet network = LeNet.zeros();
    for (Tensor tensor : network.tensors()) {
      for (int i = 0; i < tensor.values().length; i++) {
        tensor.values()[i] = bytes.getFloat();
      }
    }
    if (bytes.hasRemaining()) {
      throw new IOException(binary + " holds more than the network's weights");
    }
    return network;
  }
}
