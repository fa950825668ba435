package dev.webnn4j.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.benchmarks.child.TensorFiles;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that give different answers are not compared. */
class AgreementTest {
  @TempDir Path folder;

  private static List<OnnxValue> output(MLOperandDataType type, int count) {
    return List.of(new OnnxValue("y", MLOperandDescriptor.of(type, count)));
  }

  private String compare(List<OnnxValue> outputs, MemorySegment ours, MemorySegment theirs)
      throws IOException {
    return compare(Tolerance.FLOAT32, outputs, ours, theirs);
  }

  private String compare(
      Tolerance tolerance, List<OnnxValue> outputs, MemorySegment ours, MemorySegment theirs)
      throws IOException {
    TensorFiles.store(Map.of("y", ours), folder.resolve("ours"));
    TensorFiles.store(Map.of("y", theirs), folder.resolve("theirs"));
    return new Agreement(outputs, tolerance, "peer")
        .check(folder.resolve("ours"), folder.resolve("theirs"));
  }

  private String numbers(float[] ours, float... theirs) throws IOException {
    return compare(
        output(MLOperandDataType.FLOAT32, theirs.length),
        MemorySegment.ofArray(ours),
        MemorySegment.ofArray(theirs));
  }

  private String disagreement(float[] ours, float... theirs) {
    return assertThrows(DisagreementException.class, () -> numbers(ours, theirs)).getMessage();
  }

  @Test
  void numbersMayDifferALittle() throws IOException {
    assertEquals(
        "'y' differs from peer by at most 0.50 of 1.00e+03",
        numbers(new float[] {1000, -0.5f}, 1000, -1));
    assertEquals(
        "'y' differs from peer by at most 2.0 of 1.00e+03; allowed is a part of 0.001",
        disagreement(new float[] {1002, 0}, 1000, 0));
  }

  @Test
  void whatIsNotANumberDiffers() {
    String message =
        "'y' differs from peer by at most Infinity of 1.00; allowed is a part of 0.001";
    assertEquals(message, disagreement(new float[] {Float.NaN, 1}, 0, 1));
  }

  @Test
  void aFewLabelsMayDiffer() throws IOException {
    int[] ours = new int[2000];
    int[] theirs = new int[2000];
    theirs[7] = 3;
    theirs[8] = 3;
    List<OnnxValue> labels = output(MLOperandDataType.INT32, 2000);
    assertEquals(
        "'y' equals peer in 1998 of 2000 elements",
        compare(labels, MemorySegment.ofArray(ours), MemorySegment.ofArray(theirs)));
    theirs[9] = 3;
    assertEquals(
        "'y' equals peer in 1997 of 2000 elements; needed is a part of 0.999",
        assertThrows(
                DisagreementException.class,
                () -> compare(labels, MemorySegment.ofArray(ours), MemorySegment.ofArray(theirs)))
            .getMessage());
  }

  @Test
  void aContestMayAskForLess() throws IOException {
    Tolerance half = new Tolerance(0.5, 0.5);
    List<OnnxValue> labels = output(MLOperandDataType.INT32, 2);
    MemorySegment zeros = MemorySegment.ofArray(new int[2]);
    assertEquals(
        "'y' equals peer in 1 of 2 elements",
        compare(half, labels, zeros, MemorySegment.ofArray(new int[] {0, 1})));
    assertEquals(
        "'y' equals peer in 0 of 2 elements; needed is a part of 0.5",
        assertThrows(
                DisagreementException.class,
                () -> compare(half, labels, zeros, MemorySegment.ofArray(new int[] {1, 1})))
            .getMessage());
    List<OnnxValue> numbers = output(MLOperandDataType.FLOAT32, 1);
    MemorySegment two = MemorySegment.ofArray(new float[] {2});
    assertEquals(
        "'y' differs from peer by at most 1.0 of 2.00",
        compare(half, numbers, MemorySegment.ofArray(new float[] {1}), two));
    assertEquals(
        "'y' differs from peer by at most 1.1 of 2.00; allowed is a part of 0.5",
        assertThrows(
                DisagreementException.class,
                () -> compare(half, numbers, MemorySegment.ofArray(new float[] {0.9f}), two))
            .getMessage());
  }

  @Test
  void toleranceIsAPart() {
    assertEquals(
        "numbers may differ by a part that is not negative, not by -1.0",
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(-1, 1)).getMessage());
    assertEquals(
        "the part of labels that must be equal is between 0 and 1, not 99.5",
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(0, 99.5)).getMessage());
  }

  @Test
  void sizesMustFit() {
    assertEquals(
        "'y' should be float32[3]; we have 8 bytes and peer has 12",
        disagreement(new float[] {1, 2}, 1, 2, 3));
  }
}
