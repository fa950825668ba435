package dev.webnn4j.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.spi.StepProfile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LayerTableTest {
  private static StepProfile step(
      int step,
      String layer,
      String operator,
      String kernel,
      String tier,
      double milliseconds,
      String... refusals) {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 8, 8, 16);
    return new StepProfile(
        step,
        layer,
        operator,
        kernel,
        tier,
        List.of(type),
        List.of(type),
        "nhwc",
        "float32",
        2,
        (long) (milliseconds * 1e6),
        List.of(refusals));
  }

  private static List<StepProfile> run(double stem, double soft, double head) {
    return List.of(
        step(0, "stem+relu", "convolution", "gemm", "vector", stem),
        step(1, "soft", "softmax", "softmax", "scalar", soft),
        step(2, "head", "convolution", "gemm", "vector", head));
  }

  @Test
  void mediansInTheOrderOfExecutionThenTheSums() {
    var table = new LayerTable(List.of(run(2, 1, 9), run(50, 1.5, 5), run(3, 2, 5.5)));
    assertEquals(
        """
        step     ms     %  operator     kernel   tier    shape                 layout  threads  layer
        0     3.000  30.0  convolution  gemm     vector  float32[1, 8, 8, 16]  nhwc          2  stem+relu
        1     1.500  15.0  softmax      softmax  scalar  float32[1, 8, 8, 16]  nhwc          2  soft
        2     5.500  55.0  convolution  gemm     vector  float32[1, 8, 8, 16]  nhwc          2  head

        3 steps, 10.000 ms

        operator     steps     ms     %
        convolution      2  8.500  85.0
        softmax          1  1.500  15.0

        kernel          steps     ms     %
        vector gemm         2  8.500  85.0
        scalar softmax      1  1.500  15.0

        tier    steps     ms     %
        vector      2  8.500  85.0
        scalar      1  1.500  15.0
        """,
        table.text());
  }

  @Test
  void lastTheTimeBehindEachReasonWhyAFasterTierWasNotTaken() {
    String ofBlock = "X64, as invertedResidual: the window is larger than the registers";
    var run =
        List.of(
            step(0, "a:expansion", "convolution", "gemm", "x64", 2, ofBlock),
            step(1, "a:depthwise", "convolution", "tiles", "vector", 3, ofBlock, "X64: too large"),
            step(2, "head", "convolution", "gemm", "x64", 5));
    assertEquals(
        """
        not taken                                                          steps     ms     %
        X64, as invertedResidual: the window is larger than the registers      2  5.000  50.0
        X64: too large                                                         1  3.000  30.0
        """,
        new LayerTable(List.of(run))
            .text()
            .lines()
            .dropWhile(line -> !line.startsWith("not taken"))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void ofAnEvenNumberOfRunsTheMiddleTwoCount() {
    String text = new LayerTable(List.of(run(1, 1, 1), run(2, 1, 1))).text();
    assertEquals("3 steps, 3.500 ms", text.lines().skip(5).findFirst().orElseThrow());
  }

  @Test
  void refusesWhatIsNoSetOfRunsOfOneGraph() {
    var none = assertThrows(IllegalArgumentException.class, () -> new LayerTable(List.of()));
    assertEquals("a table of layers needs at least one profiled run", none.getMessage());
    var mixed =
        assertThrows(
            IllegalArgumentException.class,
            () -> new LayerTable(List.of(run(1, 1, 1), run(1, 1, 1).subList(0, 2))));
    assertEquals("the profiled runs are of different graphs", mixed.getMessage());
  }
}
