package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Transpose;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands between convolutions has its channels last like them. */
final class FollowLayoutsTest {
  private final GraphSketch sketch = new GraphSketch(7);

  private static Stream<String> followers() {
    return Followers.names().stream();
  }

  private static Graph compiled(Graph graph) {
    return new FoldConstants().apply(new ChooseLayouts().apply(graph));
  }

  @ParameterizedTest
  @MethodSource("followers")
  void nothingIsConvertedBetweenConvolutions(String name) {
    Value x = sketch.input(2, 6, 5, 7);
    Value y = Followers.of(name, sketch, sketch.pointwise(x, 5));
    Graph graph = sketch.outputs(sketch.pointwise(y, 3));
    Graph compiled = compiled(graph);
    assertEquals(2, GraphSketch.count(compiled, Convolution.OPERATOR));
    assertTrue(
        compiled.nodes().stream()
            .filter(node -> node.operator() == Transpose.OPERATOR)
            .allMatch(node -> isAtBorder(compiled, node)),
        compiled::toString);
    new SameResults(graph, sketch.draw()).require("ChooseLayouts", compiled);
  }

  private static boolean isAtBorder(Graph graph, Node node) {
    return graph.inputs().containsValue(node.operand(Transpose.INPUT))
        || graph.outputs().containsValue(node.result());
  }

  /** One image is resized to a larger one: to convert behind that would move more. */
  @Test
  void aConversionIsWhereLeastIsMoved() {
    Value x = sketch.input(1, 8, 3, 3);
    Value large = sketch.relu(Followers.of("tile", sketch, sketch.pointwise(x, 8)));
    Graph graph = sketch.outputs(large);
    assertEquals(
        List.of("transpose", "convolution", "transpose", "tile", "relu"),
        GraphSketch.names(compiled(graph)));
  }

  @Test
  void whatNoConvolutionNeedsStaysAsItWasWritten() {
    Value x = sketch.input(1, 8, 5, 5);
    Value y = sketch.relu(x);
    Graph graph = sketch.outputs(sketch.add(y, x), sketch.pointwise(x, 4));
    assertEquals(
        List.of("relu", "add", "transpose", "convolution", "transpose"),
        GraphSketch.names(compiled(graph)));
  }

  @Test
  void aReductionWithoutItsAxesGivesTheSameInEitherLayout() {
    Value x = sketch.input(2, 8, 5, 5);
    Value mean =
        sketch.emit(
            Reduction.REDUCE_MEAN.operator(),
            Operands.of(Reduction.REDUCE_MEAN.input(), sketch.pointwise(x, 6)),
            Attributes.of(Reduction.AXES, List.of(2L, 3L)));
    Graph graph = sketch.outputs(mean);
    Graph compiled = compiled(graph);
    assertEquals(List.of("transpose", "convolution", "reduceMean"), GraphSketch.names(compiled));
    new SameResults(graph, sketch.draw()).require("ChooseLayouts", compiled);
  }

  @Test
  void whatHasOneChannelOrOnePixelIsReshapedOnly() {
    Value x = sketch.input(2, 8, 5, 5);
    Value pixel = sketch.pointwise(sketch.input(2, 8, 1, 1), 6);
    Value flat =
        sketch.emit(
            Reshape.OPERATOR,
            Operands.of(Reshape.INPUT, sketch.pointwise(pixel, 3)),
            Attributes.of(Reshape.NEW_SHAPE, List.of(2L, 3L)));
    Graph graph = sketch.outputs(sketch.pointwise(x, 1), flat);
    Graph compiled = compiled(graph);
    assertEquals(1, GraphSketch.count(compiled, Transpose.OPERATOR), compiled::toString);
    new SameResults(graph, sketch.draw()).require("ChooseLayouts", compiled);
  }
}
