package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLNumber;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Operands;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FuseEpiloguesTest {
  private final GraphSketch sketch = new GraphSketch(4);

  private Value conv(Value x, int outputs) {
    return sketch.emit(
        Convolution.OPERATOR,
        Operands.of(
            Convolution.INPUT,
            x,
            Convolution.FILTER,
            sketch.constant(outputs, 1, 1, x.shape().dim(3))),
        Attributes.NONE);
  }

  private Value relu(Value x) {
    return sketch.relu(x);
  }

  private static Graph fused(Graph graph) {
    return new FuseEpilogues().apply(graph);
  }

  @Test
  void residualAndClampJoinTheConvolution() {
    Value x = sketch.input(1, 5, 5, 4);
    Value clamped =
        sketch.emit(
            Clamp.OPERATOR,
            Operands.of(Clamp.INPUT, sketch.add(x, conv(x, 4))),
            Attributes.of(Clamp.MIN_VALUE, MLNumber.of(0)).with(Clamp.MAX_VALUE, MLNumber.of(6)));
    Graph graph = sketch.outputs(clamped);
    Graph fused = fused(graph);

    assertEquals(List.of("convolution"), GraphSketch.names(fused));
    Node node = fused.nodes().getFirst();
    assertEquals(x, node.operand(Convolution.RESIDUAL));
    assertEquals(6.0, node.get(Convolution.MAX));
    new SameResults(graph, sketch.draw()).require("FuseEpilogues", fused);
  }

  @Test
  void whatOthersNeedStays() {
    Value x = sketch.input(1, 5, 5, 4);
    Value y = conv(x, 4);
    assertEquals(
        List.of("convolution", "relu"), GraphSketch.names(fused(sketch.outputs(relu(y), y))));
  }

  @Test
  void nothingIsAddedBehindAClamp() {
    Value x = sketch.input(1, 5, 5, 4);
    Graph graph = sketch.outputs(sketch.add(relu(conv(x, 4)), x));
    assertEquals(List.of("convolution", "add"), GraphSketch.names(fused(graph)));
  }

  @Test
  void aSumOfTwoConvolutionsJoinsOneOfThem() {
    Value x = sketch.input(1, 5, 5, 4);
    Graph graph = sketch.outputs(relu(sketch.add(conv(x, 4), conv(x, 4))));
    assertEquals(List.of("convolution", "convolution"), GraphSketch.names(fused(graph)));
  }

  @Test
  void aSumThatBroadcastsTheConvolutionIsNoEpilogue() {
    Value x = sketch.input(1, 1, 1, 4);
    Graph graph = sketch.outputs(sketch.add(conv(x, 4), sketch.input(1, 5, 5, 4)));
    assertEquals(List.of("convolution", "add"), GraphSketch.names(fused(graph)));
  }
}
