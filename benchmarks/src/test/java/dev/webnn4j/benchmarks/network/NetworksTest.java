package dev.webnn4j.benchmarks.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import dev.webnn4j.benchmarks.onnx.OnnxReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {
  @TempDir Path folder;

  private Workspace workspace(long seed) {
    return new Workspace(folder, folder.resolve("scratch " + seed), seed);
  }

  @Test
  void aSeedMakesTheSameNetworkAndInputsAgain() throws IOException {
    Network one = Networks.make("mobilenet_like", workspace(1));
    byte[] first = Files.readAllBytes(one.file());
    SeededInputs.write(one, 1, folder.resolve("a"));
    SeededInputs.write(Networks.make("mobilenet_like", workspace(1)), 1, folder.resolve("b"));
    assertArrayEquals(first, Files.readAllBytes(one.file()));
    assertEquals(-1, Files.mismatch(folder.resolve("a/input.bin"), folder.resolve("b/input.bin")));
    Network other = Networks.make("mobilenet_like", workspace(2));
    assertNotEquals(-1, Files.mismatch(one.file(), other.file()));
  }

  @Test
  void theNetworkIsLikeMobileNetButOfOtherSizes() {
    LongStream.range(0, 20)
        .forEach(
            seed -> {
              OnnxModel model = MobileNetLike.build(MobileNetLike.Activation.RELU6, seed);
              List<OnnxNode> convolutions =
                  model.nodes().stream().filter(node -> node.opType().equals("Conv")).toList();
              assertTrue(convolutions.size() > 30, "seed " + seed);
              assertTrue(convolutions.stream().anyMatch(NetworksTest::isDilated), "dilation");
              assertTrue(
                  convolutions.stream().anyMatch(node -> filter(model, node)[2] == 5), "5x5");
              assertTrue(
                  model.nodes().stream().anyMatch(node -> node.opType().equals("Add")), "residual");
              assertTrue(
                  convolutions.stream().anyMatch(node -> filter(model, node)[0] % 16 == 8),
                  "a width that is no multiple of 16");
            });
  }

  private static boolean isDilated(OnnxNode node) {
    return IntStream.of(node.integers("dilations", 1, 1)).anyMatch(dilation -> dilation > 1);
  }

  private static int[] filter(OnnxModel model, OnnxNode conv) {
    return model.constant(conv.inputs().get(1)).orElseThrow().type().shape().dims();
  }

  @Test
  void inputsLieInTheNetworksRange() throws IOException {
    Network network = Networks.make("mobilenet_like", workspace(1));
    SeededInputs.write(network, 7, folder);
    float[] pixels =
        MemorySegment.ofArray(Files.readAllBytes(folder.resolve("input.bin")))
            .toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    assertEquals(network.inputs().getFirst().type().elementCount(), pixels.length);
    float least = 1;
    float greatest = 0;
    for (float pixel : pixels) {
      least = Math.min(least, pixel);
      greatest = Math.max(greatest, pixel);
    }
    assertTrue(least >= 0 && least < 0.1, "least " + least);
    assertTrue(greatest <= 1 && greatest > 0.5, "greatest " + greatest);
  }

  @Test
  void deepLabIsMadeForOtherImages() throws IOException {
    Path given =
        Path.of(System.getProperty("webnn.testData"), "deeplab/onnx/deeplab_513_fp32.onnx");
    Assumptions.assumeTrue(Files.exists(given), "reference data is not there: " + given);
    OnnxModel model = DeepLab.resize(OnnxReader.read(given), 257, 4);
    assertEquals(
        MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 4, 3, 257, 257),
        model.inputs().getFirst().type());
    assertEquals(
        MLOperandDescriptor.of(MLOperandDataType.INT32, 4, 257, 257),
        model.outputs().getFirst().type());
    // At batch 1 it is the file for that size, which the data has as well.
    OnnxModel small = OnnxReader.read(given.resolveSibling("deeplab_257_fp32.onnx"));
    OnnxModel made = DeepLab.resize(OnnxReader.read(given), 257, 1);
    assertEquals(small.nodes(), made.nodes());
    assertEquals(small.inputs(), made.inputs());
    assertEquals(small.outputs(), made.outputs());
    small
        .constants()
        .forEach(
            (name, constant) ->
                assertEquals(
                    -1, constant.data().mismatch(made.constants().get(name).data()), name));
  }
}
