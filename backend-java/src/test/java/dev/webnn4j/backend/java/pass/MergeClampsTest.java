package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLNumber;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.Operands;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MergeClampsTest {
  private final GraphSketch sketch = new GraphSketch(11);
  private final Value x = sketch.input(2, 3, 4);

  private Value max(Value a, Value b) {
    return sketch.binary(ElementwiseBinary.MAX, a, b);
  }

  private Value min(Value a, Value b) {
    return sketch.binary(ElementwiseBinary.MIN, a, b);
  }

  private Graph merged(Value... outputs) {
    Graph graph = sketch.outputs(outputs);
    Graph merged = new MergeClamps().apply(graph);
    new SameResults(graph, sketch.draw()).require("MergeClamps", merged);
    return merged;
  }

  private static void assertClamp(double min, double max, Graph graph) {
    assertEquals(List.of("clamp"), GraphSketch.names(graph));
    Node node = graph.nodes().getFirst();
    assertEquals(min, node.get(Clamp.MIN_VALUE).doubleValue());
    assertEquals(max, node.get(Clamp.MAX_VALUE).doubleValue());
  }

  @Test
  void maximumAndMinimumWithNumbersAreOneClamp() {
    assertClamp(0, 0.5, merged(min(max(x, sketch.scalar(0)), sketch.scalar(0.5f))));
    assertClamp(0, 0.5, merged(max(sketch.scalar(0), min(sketch.scalar(0.5f), x))));
  }

  @Test
  void aMinimumJoinsRelu() {
    assertClamp(0, 0.5, merged(min(sketch.relu(x), sketch.scalar(0.5f))));
  }

  /** The second one decides where both bounds lie beyond one of its own. */
  @Test
  void clampsThatContradictEachOtherLeaveOneNumber() {
    Value low =
        sketch.emit(
            Clamp.OPERATOR,
            Operands.of(Clamp.INPUT, x),
            Attributes.of(Clamp.MAX_VALUE, MLNumber.of(-0.5)));
    assertClamp(0, 0, merged(sketch.relu(low)));
  }

  @Test
  void aSingleReluOrClampStaysAsItIs() {
    assertEquals(List.of("relu"), GraphSketch.names(merged(sketch.relu(x))));
  }

  @Test
  void boundsThatAreNoSingleConstantNumberStay() {
    assertEquals(List.of("max"), GraphSketch.names(merged(max(x, sketch.constant(4)))));
    assertEquals(List.of("max"), GraphSketch.names(merged(max(x, sketch.input(1)))));
    assertEquals(List.of("max"), GraphSketch.names(merged(max(x, sketch.constant(1, 1, 1, 1)))));
  }

  @Test
  void notANumberStays() {
    Graph graph = sketch.outputs(max(x, sketch.scalar(Float.NaN)));
    assertEquals(List.of("max"), GraphSketch.names(new MergeClamps().apply(graph)));
  }

  @Test
  void whatOthersNeedIsComputedOnce() {
    Value y = sketch.relu(x);
    assertEquals(
        List.of("relu", "clamp"), GraphSketch.names(merged(min(y, sketch.scalar(0.5f)), y)));
  }
}
