package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Transpose;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FoldBorderLayoutsTest {
  private static final List<Long> TO_LAST = List.of(0L, 2L, 3L, 1L);

  private final GraphSketch sketch = new GraphSketch(8);

  private static Graph compiled(Graph graph) {
    Graph folded = new FoldConstants().apply(new ChooseLayouts().apply(graph));
    return new FoldBorderLayouts().apply(folded);
  }

  @Test
  void aConvolutionReadsThePlanesOfTheInput() {
    Value x = sketch.input(2, 3, 5, 7);
    Graph graph = sketch.outputs(sketch.pointwise(x, 4));
    Graph compiled = compiled(graph);
    assertEquals(List.of("convolution", "transpose"), GraphSketch.names(compiled));
    assertEquals(x, compiled.nodes().getFirst().operand(Convolution.INPUT));
    assertEquals(
        MLInputOperandLayout.NCHW, compiled.nodes().getFirst().get(Convolution.INPUT_LAYOUT));
    new SameResults(graph, sketch.draw()).require("FoldBorderLayouts", compiled);
  }

  /** As models bring colours from 0 to 255 to around 0. */
  @Test
  void whatIsDoneToTheInputFirstIsDoneInItsOwnLayout() {
    Value x = sketch.input(1, 3, 5, 7);
    Value centred = sketch.binary(ElementwiseBinary.SUB, x, sketch.constant(1, 3, 1, 1));
    Value scaled = sketch.binary(ElementwiseBinary.MUL, centred, sketch.scalar(0.5f));
    Graph graph = sketch.outputs(sketch.pointwise(scaled, 4));
    assertEquals(
        List.of("sub", "mul", "convolution", "transpose"), GraphSketch.names(compiled(graph)));
  }

  @Test
  void anExplicitTranspositionIsFoldedToo() {
    Value x = sketch.transpose(sketch.input(1, 3, 5, 7), TO_LAST);
    Graph graph =
        sketch.outputs(
            sketch.emit(
                Convolution.OPERATOR,
                Operands.of(Convolution.INPUT, x, Convolution.FILTER, sketch.constant(4, 2, 2, 3)),
                Attributes.NONE));
    Graph compiled = compiled(graph);
    assertEquals(List.of("convolution"), GraphSketch.names(compiled));
    new SameResults(graph, sketch.draw()).require("FoldBorderLayouts", compiled);
  }

  @Test
  void anImageThatOthersNeedChannelsLastIsConvertedOnce() {
    Value x = sketch.input(1, 3, 5, 7);
    Value last = sketch.transpose(x, TO_LAST);
    Graph compiled = compiled(sketch.outputs(sketch.pointwise(x, 4), last));
    assertEquals(2, GraphSketch.count(compiled, Transpose.OPERATOR), compiled::toString);
    assertEquals(MLInputOperandLayout.NHWC, convolution(compiled).get(Convolution.INPUT_LAYOUT));
  }

  @Test
  void manyChannelsAreConverted() {
    Graph compiled = compiled(sketch.outputs(sketch.pointwise(sketch.input(1, 5, 5, 7), 4)));
    assertEquals(List.of("transpose", "convolution", "transpose"), GraphSketch.names(compiled));
  }

  private static Node convolution(Graph graph) {
    return graph.nodes().stream()
        .filter(node -> node.operator() == Convolution.OPERATOR)
        .findFirst()
        .orElseThrow();
  }
}
