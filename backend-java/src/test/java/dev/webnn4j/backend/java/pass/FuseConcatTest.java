package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Operands;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FuseConcatTest {
  private static final List<Long> SAME = List.of(1L, 1L, 1L, 1L);
  private static final List<String> FUSED = List.of("concatenatedConvolutions");

  private final GraphSketch sketch = new GraphSketch(21);
  private final Value x = sketch.input(1, 5, 5, 4);

  private Value conv(Value input, Value filter, Attributes attributes) {
    return sketch.emit(
        Convolution.OPERATOR,
        Operands.of(Convolution.INPUT, input, Convolution.FILTER, filter),
        attributes);
  }

  private Value pointwise(int outputs) {
    return conv(x, sketch.constant(outputs, 1, 1, 4), Attributes.NONE);
  }

  private Value window(int outputs) {
    return sketch.emit(
        Convolution.OPERATOR,
        Operands.of(Convolution.INPUT, x, Convolution.FILTER, sketch.constant(outputs, 3, 3, 4))
            .with(Convolution.BIAS, sketch.constant(outputs)),
        Attributes.of(Convolution.PADDING, SAME).with(Convolution.MIN, 0.0));
  }

  private Value concat(long axis, Value... images) {
    return sketch.emit(
        Concat.OPERATOR,
        Operands.<Value>none().with(Concat.INPUTS, List.of(images)),
        Attributes.of(Concat.AXIS, axis));
  }

  private Graph fused(Tier fastest, Graph graph) {
    Graph fused = new FuseConcat(new Passes.Target(fastest, 1)).apply(graph);
    new SameResults(graph, sketch.draw()).require("FuseConcat", fused);
    return fused;
  }

  private List<String> fused(Value... outputs) {
    return GraphSketch.names(fused(Tier.X64, sketch.outputs(outputs)));
  }

  private void assertStays(Value... outputs) {
    Graph graph = sketch.outputs(outputs);
    assertEquals(GraphSketch.names(graph), GraphSketch.names(fused(Tier.X64, graph)));
  }

  @Test
  void convolutionsOfTheSameImageWriteTheirResultsSideBySide() {
    Value concat = concat(3, pointwise(3), window(2));
    Graph fused = fused(Tier.X64, sketch.outputs(concat));
    assertEquals(FUSED, GraphSketch.names(fused));
    Node node = fused.nodes().getFirst();
    assertEquals(concat.type(), node.result().type());
    for (ConcatenatedConvolutions.Branch branch : ConcatenatedConvolutions.BRANCHES.subList(0, 2)) {
      assertEquals(x, node.operand(branch.slot(Convolution.INPUT)));
    }
    List<Node> convolutions = ConcatenatedConvolutions.convolutions(node);
    assertEquals(2, convolutions.size());
    assertFalse(convolutions.getFirst().attributes().has(Convolution.PADDING));
    assertEquals(SAME, convolutions.getLast().get(Convolution.PADDING));
    assertEquals(0.0, convolutions.getLast().get(Convolution.MIN));
  }

  @Test
  void convolutionsOfDifferentImagesAreJoinedToo() {
    Value wide = sketch.input(1, 9, 9, 6);
    Value strided =
        conv(
            wide, sketch.constant(5, 1, 1, 6), Attributes.of(Convolution.STRIDES, List.of(2L, 2L)));
    Value grouped = conv(x, sketch.constant(6, 1, 1, 2), Attributes.of(Convolution.GROUPS, 2L));
    assertEquals(FUSED, fused(concat(3, strided, pointwise(3), window(2), grouped)));
  }

  @Test
  void blocksFollowEachOther() {
    Value first = concat(3, pointwise(3), window(2));
    Value second =
        concat(
            3,
            conv(first, sketch.constant(2, 1, 1, 5), Attributes.NONE),
            conv(first, sketch.constant(4, 1, 1, 5), Attributes.NONE));
    assertEquals(Collections.nCopies(2, FUSED.getFirst()), fused(second));
  }

  @Test
  void otherTiersHaveNoKernelForIt() {
    Graph graph = sketch.outputs(concat(3, pointwise(3), window(2)));
    assertEquals(
        List.of("convolution", "convolution", "concat"),
        GraphSketch.names(fused(Tier.VECTOR, graph)));
  }

  @Test
  void anOperandThatIsNoConvolutionLeavesTheConcatenation() {
    assertStays(concat(3, pointwise(3), x));
    assertStays(concat(3, pointwise(3), sketch.relu(window(2))));
  }

  @Test
  void otherAxesStay() {
    assertStays(concat(2, pointwise(3), window(3)));
  }

  @Test
  void moreBranchesThanABlockHasStay() {
    assertStays(concat(3, pointwise(1), pointwise(1), pointwise(1), pointwise(1), window(1)));
  }

  @Test
  void whatOthersNeedStays() {
    Value needed = pointwise(3);
    assertStays(concat(3, needed, window(2)), needed);
    Value twice = pointwise(2);
    assertStays(concat(3, twice, twice));
    Value readAgain = pointwise(2);
    assertStays(concat(3, readAgain, window(2)), sketch.relu(readAgain));
  }

  @Test
  void residualsStayWithTheirConvolution() {
    Value sum =
        sketch.emit(
            Convolution.OPERATOR,
            Operands.of(Convolution.INPUT, x, Convolution.FILTER, sketch.constant(4, 1, 1, 4))
                .with(Convolution.RESIDUAL, x),
            Attributes.NONE);
    assertStays(concat(3, sum, window(2)));
  }

  @Test
  void depthwiseConvolutionsStay() {
    Value depthwise =
        conv(
            x,
            sketch.constant(4, 3, 3, 1),
            Attributes.of(Convolution.GROUPS, 4L).with(Convolution.PADDING, SAME));
    assertStays(concat(3, depthwise, window(2)));
  }

  @Test
  void computedFiltersStay() {
    Value computed = conv(x, sketch.input(2, 1, 1, 4), Attributes.NONE);
    assertStays(concat(3, computed, window(2)));
  }

  @Test
  void imagesWithChannelsFirstStay() {
    Value planar =
        conv(
            sketch.input(1, 4, 5, 5),
            sketch.constant(2, 1, 1, 4),
            Attributes.of(Convolution.INPUT_LAYOUT, MLInputOperandLayout.NCHW));
    assertStays(concat(3, planar, window(2)));
  }
}
