package dev.webnn4j.graph;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Softmax;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

final class GraphVerifierTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);

  private final Value x = new Value(TYPE, "x");
  private final Value y = new Value(TYPE, "y");

  @Test
  void acceptsASoundGraph() {
    GraphVerifier.verify(graph(Map.of(), List.of(relu(x, y)), y));
  }

  @Test
  void refusesAValueUsedBeforeItIsMade() {
    Value z = new Value(TYPE, "z");
    refuses("before it is made", graph(Map.of(), List.of(relu(y, z), relu(x, y)), z));
  }

  @Test
  void refusesAValueMadeTwice() {
    refuses("is made twice", graph(Map.of(), List.of(relu(x, y), relu(x, y)), y));
  }

  @Test
  void refusesResultsOfOtherTypesThanInferred() {
    Value wrong = new Value(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 3), "wrong");
    refuses("has results of other types", graph(Map.of(), List.of(relu(x, wrong)), wrong));
  }

  @Test
  void refusesANodeThatBreaksItsRules() {
    Node node =
        new Node(
            Softmax.OPERATOR,
            Operands.of(Softmax.INPUT, x),
            Attributes.of(Softmax.AXIS, 1L),
            List.of(y),
            "label");
    refuses("axis 1 is out of range", graph(Map.of(), List.of(node), y));
  }

  @Test
  void refusesAShortConstant() {
    var data = Arena.ofAuto().allocate(4);
    refuses("has 4 bytes", graph(Map.of(y, data), List.of(), y));
  }

  @Test
  void refusesAConstantThatIsAnInput() {
    var data = Arena.ofAuto().allocate(8);
    refuses("is both a constant and an input", graph(Map.of(x, data), List.of(relu(x, y)), y));
  }

  @Test
  void refusesAnOutputThatIsNotMade() {
    refuses("is not made", graph(Map.of(), List.of(), y));
  }

  private static Node relu(Value from, Value to) {
    return new Node(
        ElementwiseUnary.RELU.operator(),
        Operands.of(ElementwiseUnary.RELU.input(), from),
        Attributes.NONE,
        List.of(to),
        "");
  }

  private Graph graph(Map<Value, MemorySegment> constants, List<Node> nodes, Value output) {
    SequencedMap<String, Value> inputs = new LinkedHashMap<>(Map.of("x", x));
    return new Graph(inputs, constants, nodes, new LinkedHashMap<>(Map.of("out", output)));
  }

  private static void refuses(String message, Graph graph) {
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> GraphVerifier.verify(graph));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }
}
