package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.graph.Graph;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that remains of whole networks, whatever layout they are written in. */
final class SampleNetworksTest {

  /** What the compiler leaves, how often; reshapes are names for memory and take no time. */
  private static Map<String, Long> compiled(SampleNetwork network, Graph graph) {
    return compiled(network, graph, Tier.SCALAR);
  }

  private static Map<String, Long> compiled(SampleNetwork network, Graph graph, Tier fastest) {
    Graph compiled = new Passes(new Passes.Target(fastest, 1)).apply(graph);
    new SameResults(graph, network.sketch().draw()).require("all passes", compiled);
    return compiled.nodes().stream()
        .map(node -> node.operator().name())
        .filter(name -> !name.equals("reshape"))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  @ParameterizedTest
  @EnumSource
  void squeezeNetConvertsNothing(MLInputOperandLayout layout) {
    SampleNetwork network = new SampleNetwork(layout);
    assertEquals(
        Map.of(
            "convolution", 11L, "maxPool2d", 2L, "concat", 3L, "averagePool2d", 1L, "softmax", 1L),
        compiled(network, network.squeezeNet()));
  }

  /** The second convolutions of its three fire modules write side by side. */
  @ParameterizedTest
  @EnumSource
  void squeezeNetConcatenatesNothingInMachineCode(MLInputOperandLayout layout) {
    SampleNetwork network = new SampleNetwork(layout);
    assertEquals(
        Map.of(
            "convolution",
            5L,
            "concatenatedConvolutions",
            3L,
            "maxPool2d",
            2L,
            "averagePool2d",
            1L,
            "softmax",
            1L),
        compiled(network, network.squeezeNet(), Tier.X64));
  }

  @ParameterizedTest
  @EnumSource
  void mobileNetConvertsNothing(MLInputOperandLayout layout) {
    SampleNetwork network = new SampleNetwork(layout);
    assertEquals(
        Map.of("convolution", 11L, "averagePool2d", 1L, "gemm", 1L, "softmax", 1L),
        compiled(network, network.mobileNet()));
  }

  /** Channels first, the small scores are converted before they are resized to the large output. */
  @ParameterizedTest
  @EnumSource
  void deepLabConvertsItsScoresAtMost(MLInputOperandLayout layout) {
    SampleNetwork network = new SampleNetwork(layout);
    Map<String, Long> expected =
        new TreeMap<>(
            Map.of("convolution", 19L, "averagePool2d", 1L, "concat", 1L, "resample2d", 2L));
    if (layout == MLInputOperandLayout.NCHW) {
      expected.put("transpose", 1L);
    }
    assertEquals(expected, compiled(network, network.deepLab()));
  }
}
