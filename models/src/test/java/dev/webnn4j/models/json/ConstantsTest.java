package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Graph;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Constants keep every bit, as numbers in the graph or in the file beside it. */
class ConstantsTest extends GraphFixture {
  private Graph graph(MLOperandDescriptor type, MemorySegment data) {
    MLOperand constant = builder.constant(type, data);
    // Nothing else takes elements of four bits.
    MLOperand taken =
        type.dataType().bits() < 8
            ? builder.dequantizeLinear(
                constant,
                builder.input("x", type.withDataType(MLOperandDataType.FLOAT32)),
                constant)
            : builder.identity(constant);
    return builder.graph(Map.of("y", taken));
  }

  private static MemorySegment random(MLOperandDescriptor type) {
    byte[] bytes = new byte[(int) type.byteLength()];
    new Random(42).nextBytes(bytes);
    return MemorySegment.ofArray(bytes);
  }

  private String written(Graph graph) throws IOException {
    GraphJson.write(graph, file("g.json"));
    assertSame(graph, read(file("g.json")));
    return Files.readString(file("g.json"));
  }

  @ParameterizedTest
  @EnumSource
  void largeOnesLieInAFileBesideTheGraph(MLOperandDataType dataType) throws IOException {
    MLOperandDescriptor type = MLOperandDescriptor.of(dataType, 3, 101);
    String text = written(graph(type, random(type)));
    assertTrue(
        text.contains(
            "\"weights\": {\"file\": \"g.bin\", \"offset\": 0, \"byteLength\": "
                + type.byteLength()
                + "}"),
        text);
    assertEquals(type.byteLength(), Files.size(file("g.bin")));
  }

  @ParameterizedTest
  @EnumSource
  void smallOnesAreNumbers(MLOperandDataType dataType) throws IOException {
    MLOperandDescriptor type = MLOperandDescriptor.of(dataType, 2, 3);
    String text = written(graph(type, random(type)));
    assertTrue(text.contains("\"data\": ["), text);
    assertFalse(Files.exists(file("g.bin")));
  }

  @Test
  void numbersAreAsShortAsTheyCanBe() throws IOException {
    String text =
        written(
            graph(
                MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 5),
                MemorySegment.ofArray(
                    new float[] {0.1f, -0.0f, 6, Float.MIN_VALUE, Float.NEGATIVE_INFINITY})));
    assertTrue(text.contains("\"data\": [0.1, -0.0, 6.0, 1.4E-45, \"-Infinity\"]"), text);
  }

  @Test
  void integersOf64BitsAreExact() throws IOException {
    String text =
        written(
            graph(
                MLOperandDescriptor.of(MLOperandDataType.UINT64, 2),
                MemorySegment.ofArray(new long[] {-1, Long.MIN_VALUE})));
    assertTrue(text.contains("\"data\": [18446744073709551615, 9223372036854775808]"), text);
  }

  @Test
  void theBitsOfANanAreKept() throws IOException {
    int bits = 0x7fc00123;
    Graph graph =
        graph(
            MLOperandDescriptor.of(MLOperandDataType.FLOAT32),
            MemorySegment.ofArray(new int[] {bits}));
    GraphJson.write(graph, file("g.json"));
    MemorySegment read = read(file("g.json")).constants().values().iterator().next();
    assertEquals(bits, read.get(ValueLayout.JAVA_INT, 0));
  }

  @Test
  void severalBeginWhereTheyCanBeComputedOn() throws IOException {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.UINT8, 17);
    MLOperand sum =
        builder.concat(
            List.of(builder.constant(type, random(type)), builder.constant(type, random(type))), 0);
    String text = written(builder.graph(Map.of("y", sum)));
    assertTrue(text.contains("\"offset\": 64, \"byteLength\": 17"), text);
    assertEquals(64 + 17, Files.size(file("g.bin")));
  }

  @Test
  void peopleMayWriteNumbersInAnyWay() throws IOException {
    Graph graph =
        read(
            GraphDocument.RIGHT
                .constants("'w': {'dataType': 'float32', 'shape': [2], 'data': [1, 2.5e0]}")
                .text());
    MemorySegment read = graph.constants().values().iterator().next();
    assertEquals(1, read.getAtIndex(ValueLayout.JAVA_FLOAT, 0));
    assertEquals(2.5f, read.getAtIndex(ValueLayout.JAVA_FLOAT, 1));
  }
}
