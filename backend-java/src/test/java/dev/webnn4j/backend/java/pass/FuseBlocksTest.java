package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FuseBlocksTest {
  private static final int WIDE = 24;
  private static final List<String> FUSED = List.of("invertedResidual");
  private static final List<String> UNFUSED = List.of("convolution", "convolution", "convolution");

  private final GraphSketch sketch = new GraphSketch(5);
  private final Value x = sketch.input(1, 40, 40, 8);

  private static Graph fused(Graph graph) {
    return fused(graph, 1);
  }

  private static Graph fused(Graph graph, int workers) {
    return new FuseBlocks(new Passes.Target(Tier.X64, workers)).apply(graph);
  }

  private Value convolution(Value input, Value filter, Attributes attributes) {
    return sketch.emit(
        Convolution.OPERATOR,
        Operands.of(Convolution.INPUT, input, Convolution.FILTER, filter),
        attributes);
  }

  private Value pointwise(Value input, int outputs) {
    Value filter = sketch.constant(outputs, 1, 1, input.shape().dim(3));
    return convolution(input, filter, Attributes.NONE);
  }

  private Value withResidual(Value input, int outputs, Value residual) {
    return sketch.emit(
        Convolution.OPERATOR,
        Operands.of(
                Convolution.INPUT,
                input,
                Convolution.FILTER,
                sketch.constant(outputs, 1, 1, input.shape().dim(3)))
            .with(Convolution.RESIDUAL, residual),
        Attributes.NONE);
  }

  private Value depthwise(Value input, int window, List<Long> strides, List<Long> dilations) {
    int channels = input.shape().dim(3);
    long pad = window / 2;
    return convolution(
        input,
        sketch.constant(channels, window, window, 1),
        Attributes.of(Convolution.GROUPS, (long) channels)
            .with(Convolution.PADDING, List.of(pad, pad, pad, pad))
            .with(Convolution.STRIDES, strides)
            .with(Convolution.DILATIONS, dilations));
  }

  private Value depthwise(Value input) {
    return depthwise(input, 3, List.of(1L, 1L), List.of(1L, 1L));
  }

  private static void stays(Graph graph) {
    assertEquals(GraphSketch.names(graph), GraphSketch.names(fused(graph)));
  }

  @Test
  void expansionDepthwiseAndProjectionBecomeOne() {
    Value expanded = pointwise(x, WIDE);
    Value filtered = depthwise(expanded, 3, List.of(2L, 1L), List.of(1L, 1L));
    Graph before = sketch.outputs(pointwise(filtered, 8));
    Graph after = fused(before);
    assertEquals(UNFUSED, GraphSketch.names(before));
    assertEquals(FUSED, GraphSketch.names(after));
    Node block = after.nodes().getFirst();
    List<Node> parts = before.nodes();
    assertSame(x, block.operand(InvertedResidual.INPUT));
    List.of(InvertedResidual.EXPANSION, InvertedResidual.DEPTHWISE, InvertedResidual.PROJECTION)
        .forEach(
            slot ->
                assertEquals(
                    parts.get(partOf(slot.name())).operand(Convolution.FILTER),
                    block.operand(slot)));
    assertEquals(List.of(2L, 1L), block.get(InvertedResidual.STRIDES));
    assertEquals(List.of(1L, 1L, 1L, 1L), block.get(InvertedResidual.PADDING));
    assertFalse(block.operands().has(InvertedResidual.RESIDUAL));
    assertEquals(before.outputs().get("y0").shape(), after.outputs().get("y0").shape());
  }

  private static int partOf(String filter) {
    return List.of("expansion", "depthwise", "projection").indexOf(filter);
  }

  @Test
  void aBlockMayHaveNoExpansion() {
    Node block = fused(sketch.outputs(pointwise(depthwise(x), 12))).nodes().getFirst();
    assertEquals(InvertedResidual.OPERATOR, block.operator());
    assertFalse(block.operands().has(InvertedResidual.EXPANSION));
    assertSame(x, block.operand(InvertedResidual.INPUT));
  }

  @Test
  void theProjectionsResidualIsTheBlocks() {
    Value y = withResidual(depthwise(pointwise(x, WIDE)), 8, x);
    Graph after = fused(sketch.outputs(y));
    assertEquals(FUSED, GraphSketch.names(after));
    assertEquals(Optional.of(x), after.nodes().getFirst().findOperand(InvertedResidual.RESIDUAL));
  }

  @Test
  void limitsGoWithTheirConvolutions() {
    Value expanded =
        convolution(x, sketch.constant(WIDE, 1, 1, 8), Attributes.of(Convolution.MAX, 6.0));
    Value y =
        convolution(
            depthwise(expanded),
            sketch.constant(8, 1, 1, WIDE),
            Attributes.of(Convolution.MIN, -1.0));
    Node block = fused(sketch.outputs(y)).nodes().getFirst();
    assertEquals(6.0, block.get(InvertedResidual.EXPANSION_MAX));
    assertEquals(-1.0, block.get(InvertedResidual.PROJECTION_MIN));
    assertEquals(Double.POSITIVE_INFINITY, block.get(InvertedResidual.DEPTHWISE_MAX));
  }

  @Test
  void blocksInARowEachBecomeOne() {
    Value y = pointwise(depthwise(pointwise(x, WIDE)), 8);
    Value z = withResidual(depthwise(pointwise(y, WIDE)), 8, y);
    assertEquals(
        List.of("invertedResidual", "invertedResidual"),
        GraphSketch.names(fused(sketch.outputs(z))));
  }

  /** As in MobileNetV1: a projection is all that lies between two depthwise convolutions. */
  @Test
  void aProjectionIsNotTheNextBlocksExpansionToo() {
    Value y = pointwise(depthwise(pointwise(depthwise(x), 16)), 8);
    Graph after = fused(sketch.outputs(y));
    assertEquals(List.of("invertedResidual", "invertedResidual"), GraphSketch.names(after));
    Node second = after.nodes().getLast();
    assertFalse(second.operands().has(InvertedResidual.EXPANSION));
    assertEquals(after.nodes().getFirst().result(), second.operand(InvertedResidual.INPUT));
  }

  @Test
  void anExpansionThatOthersUseStays() {
    Value expanded = pointwise(x, WIDE);
    Value y = pointwise(depthwise(expanded), 8);
    assertEquals(
        List.of("convolution", "invertedResidual", "add"),
        GraphSketch.names(fused(sketch.outputs(y, sketch.add(expanded, expanded)))));
  }

  @Test
  void whatIsAnOutputStays() {
    Value expanded = pointwise(x, WIDE);
    Value filtered = depthwise(expanded);
    stays(sketch.outputs(pointwise(filtered, 8), filtered));
  }

  @Test
  void anExpansionWithAResidualStays() {
    Value narrow = pointwise(x, 8);
    Value expanded = withResidual(narrow, 8, x);
    assertEquals(
        List.of("convolution", "convolution", "invertedResidual"),
        GraphSketch.names(fused(sketch.outputs(pointwise(depthwise(expanded), 8)))));
  }

  @Test
  void stridesWithDilationsStay() {
    stays(
        sketch.outputs(
            pointwise(depthwise(pointwise(x, WIDE), 3, List.of(2L, 2L), List.of(2L, 2L)), 8)));
  }

  @Test
  void dilationsAloneAreFused() {
    Value filtered = depthwise(pointwise(x, WIDE), 3, List.of(1L, 1L), List.of(2L, 2L));
    assertEquals(FUSED, GraphSketch.names(fused(sketch.outputs(pointwise(filtered, 8)))));
  }

  @Test
  void windowsThatLeaveRowsOutStay() {
    stays(
        sketch.outputs(
            pointwise(depthwise(pointwise(x, WIDE), 3, List.of(4L, 1L), List.of(1L, 1L)), 8)));
  }

  @Test
  void largeWindowsStay() {
    stays(
        sketch.outputs(
            pointwise(depthwise(pointwise(x, WIDE), 7, List.of(1L, 1L), List.of(1L, 1L)), 8)));
  }

  @Test
  void filtersThatAreComputedStay() {
    Value filter = sketch.input(8, 1, 1, WIDE);
    stays(sketch.outputs(convolution(depthwise(pointwise(x, WIDE)), filter, Attributes.NONE)));
  }

  @Test
  void aRingLargerThanTheCacheStays() {
    Value large = sketch.input(1, 8, 1024, 8);
    stays(sketch.outputs(pointwise(depthwise(pointwise(large, 256)), 8)));
  }

  @Test
  void smallImagesThatManyWorkersWouldShareStay() {
    Value small = sketch.input(1, 6, 6, 8);
    Graph graph = sketch.outputs(pointwise(depthwise(pointwise(small, WIDE)), 8));
    assertEquals(UNFUSED, GraphSketch.names(fused(graph, 8)));
    assertEquals(FUSED, GraphSketch.names(fused(graph, 1)));
  }

  @Test
  void otherTiersKeepTheParts() {
    Graph graph = sketch.outputs(pointwise(depthwise(pointwise(x, WIDE)), 8));
    for (Tier tier : List.of(Tier.SCALAR, Tier.VECTOR)) {
      assertSame(graph, new FuseBlocks(new Passes.Target(tier, 1)).apply(graph));
    }
  }
}
