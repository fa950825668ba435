package dev.webnn4j.benchmarks.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read; what is no ONNX file is refused in a sentence. */
class OnnxFileTest {
  @TempDir Path folder;

  private static OnnxValue value(String name, int... shape) {
    return new OnnxValue(name, MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape));
  }

  private static OnnxModel model() {
    SequencedMap<String, OnnxConstant> constants = new LinkedHashMap<>();
    constants.put("w", OnnxConstant.of("w", new float[] {1, -2.5f, Float.MIN_VALUE}, 3, 1));
    constants.put("sizes", OnnxConstant.of("sizes", 1, -1, 1L << 40));
    Map<String, OnnxAttribute> attributes =
        Map.of(
            "real", new OnnxAttribute.Real(0.25f),
            "integer", new OnnxAttribute.Int(-7),
            "word", new OnnxAttribute.Text("half_pixel"),
            "some", OnnxAttribute.Ints.of(1, 2, 300),
            "none", OnnxAttribute.Ints.of());
    return new OnnxModel(
        8,
        14,
        "tiny",
        List.of(
            new OnnxNode("First", List.of("x", "", "w"), List.of("y"), attributes),
            new OnnxNode("Second", List.of("y", "sizes"), List.of("z"), Map.of())),
        constants,
        List.of(value("x", 2, 3)),
        List.of(value("z", 2, 1)));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("tiny.onnx");
    OnnxWriter.write(model(), file);
    OnnxModel read = OnnxReader.read(file);
    assertEquals(8, read.irVersion());
    assertEquals(14, read.opset());
    assertEquals("tiny", read.name());
    assertEquals(model().nodes(), read.nodes());
    assertEquals(model().inputs(), read.inputs());
    assertEquals(model().outputs(), read.outputs());
    assertEquals(List.of("w", "sizes"), List.copyOf(read.constants().keySet()));
    assertEquals(
        MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 3, 1), read.constants().get("w").type());
    assertArrayEquals(
        new float[] {1, -2.5f, Float.MIN_VALUE},
        read.constants().get("w").data().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED));
    assertArrayEquals(new long[] {1, -1, 1L << 40}, read.constants().get("sizes").integers());
  }

  @Test
  void theFileIsWhatTheSpecificationSays() {
    SequencedMap<String, OnnxConstant> constants = new LinkedHashMap<>();
    OnnxModel model =
        new OnnxModel(
            8,
            14,
            "g",
            List.of(new OnnxNode("Relu", List.of("x"), List.of("y"), Map.of())),
            constants,
            List.of(value("x", 2)),
            List.of(value("y", 2)));
    // By hand: ir_version; graph { node { input, output, op_type }, name, input, output };
    // opset_import { version }.
    byte[] type = {0x12, 0x08, 0x0a, 0x06, 0x08, 1, 0x12, 2 + 2, 0x0a, 2, 0x08, 2};
    type[1] = (byte) (type.length - 2);
    type[3] = (byte) (type.length - 4);
    byte[] node = {0x0a, 12, 0x0a, 1, 'x', 0x12, 1, 'y', 0x22, 4, 'R', 'e', 'l', 'u'};
    byte[] name = {0x12, 1, 'g'};
    byte[] input = join(new byte[] {0x5a, (byte) (3 + type.length), 0x0a, 1, 'x'}, type);
    byte[] output = join(new byte[] {0x62, (byte) (3 + type.length), 0x0a, 1, 'y'}, type);
    byte[] graph = join(node, name, input, output);
    byte[] expected =
        join(
            new byte[] {0x08, 8, 0x3a, (byte) graph.length}, graph, new byte[] {0x42, 2, 0x10, 14});
    assertArrayEquals(expected, OnnxWriter.bytes(model));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private String refusal(byte... content) throws IOException {
    Path file = folder.resolve("bad.onnx");
    Files.write(file, content);
    return assertThrows(OnnxException.class, () -> OnnxReader.read(file))
        .getMessage()
        .replace(file.toString(), "FILE");
  }

  @Test
  void whatIsNoOnnxFileIsRefused() throws IOException {
    assertEquals("FILE: there is no graph of ONNX's operators in it", refusal());
    assertDamaged((byte) 0x0c);
  }

  @Test
  void aFileThatWasCutOffIsRefused() throws IOException {
    byte[] whole = OnnxWriter.bytes(model());
    assertDamaged(Arrays.copyOf(whole, whole.length / 2));
  }

  /** What follows is protobuf's own sentence. */
  private void assertDamaged(byte... content) throws IOException {
    String message = refusal(content);
    assertTrue(message.startsWith("FILE is no ONNX file, or damaged: "), message);
  }

  @Test
  void anAttributeOfAnotherKindIsNamed() {
    OnnxNode node = model().nodes().getFirst();
    assertEquals(
        "First: the attribute word is no Int: Text[value=half_pixel]",
        assertThrows(OnnxException.class, () -> node.integer("word", 0)).getMessage());
  }
}
