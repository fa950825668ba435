package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ElementwiseUnary;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NameLayersTest {
  private final GraphSketch sketch = new GraphSketch(2);

  @Test
  void aNodeWithoutLabelIsCalledAfterItsOutputOrItsResult() {
    Value x = sketch.input(2);
    Value relu = sketch.emit(ElementwiseUnary.RELU.operator(), ElementwiseUnary.RELU.input(), x);
    Graph named = new NameLayers().apply(sketch.outputs(sketch.add(relu, x)));
    assertEquals(List.of("relu0", "y0"), named.nodes().stream().map(Node::label).toList());
  }

  @Test
  void aLabelStays() {
    Value x = sketch.input(2);
    Graph graph = sketch.outputs(sketch.add(x, x));
    Graph labelled =
        new Graph(
            graph.inputs(),
            graph.constants(),
            graph.nodes().stream().map(node -> node.withLabel("sum")).toList(),
            graph.outputs());
    assertEquals("sum", new NameLayers().apply(labelled).nodes().getFirst().label());
  }
}
