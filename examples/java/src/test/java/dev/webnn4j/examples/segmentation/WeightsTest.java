package dev.webnn4j.examples.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {
  private static final String STEM = "MobilenetV2_Conv_Conv2D";

  @TempDir private Path directory;

  @Test
  void namesADirectoryThatIsMissing() {
    Path missing = directory.resolve("missing");
    assertEquals(missing + ": there is no such directory of weights", refusal(missing));
  }

  @Test
  void namesAFileThatIsMissing() {
    assertEquals(
        directory.resolve(STEM + ".npy") + ": there is no such file of weights",
        refusal(directory));
  }

  @Test
  void namesTheFilterWhoseShapeDoesNotFit() throws IOException {
    write(STEM, 32, 3, 3, 4);
    write(STEM + "_bn_offset", 32);
    String message = refusal(directory);
    assertTrue(message.contains("[" + STEM + "]"), message);
    assertTrue(message.contains("4 input channels"), message);
  }

  private static String refusal(Path weights) {
    try (MLContext context = ML.createContext()) {
      return assertThrows(Exception.class, () -> DeepLab.load(context, weights, 257).close())
          .getMessage();
    }
  }

  private void write(String name, int... shape) throws IOException {
    StringBuilder tuple = new StringBuilder();
    int count = 1;
    for (int side : shape) {
      tuple.append(side).append(',');
      count *= side;
    }
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + tuple + "), }";
    byte[] text = String.format("%-117s\n", header).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer file = ByteBuffer.allocate(10 + text.length + 4 * count);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
    file.put(text);
    Files.write(directory.resolve(name + ".npy"), file.array());
  }
}
