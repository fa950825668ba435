package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.reference.ReferenceInterpreter;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Transpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * A convolution and what follows it, which the compiler may make one of: the only thing a pass does
 * that changes a result. What is added joins the sum, in another order and with fewer roundings.
 */
record ConvolutionChain(List<Node> nodes) {
  private static final double FLOAT32_ROUNDING = 0x1p-24;
  private static final double FLOAT16_ROUNDING = 0x1p-11;

  /** What the addends of {@link RandomGraphs} are at most, one as a bias and one as large. */
  private static final double ADDENDS = 8;

  /** All chains of a graph. */
  static List<ConvolutionChain> of(Graph graph) {
    Uses uses = new Uses(graph);
    return graph.nodes().stream()
        .filter(node -> isConvolution(node.operator()))
        .map(node -> from(node, uses))
        .filter(chain -> chain.nodes.size() > 1)
        .toList();
  }

  private static boolean isConvolution(Operator operator) {
    return operator == Conv2d.OPERATOR || operator == GroupConv2d.OPERATOR;
  }

  private static ConvolutionChain from(Node convolution, Uses uses) {
    List<Node> nodes = new ArrayList<>(List.of(convolution));
    List<Node> next = uses.consumers(convolution.result());
    while (next.size() == 1 && mayJoin(next.getFirst().operator())) {
      nodes.add(next.getFirst());
      next = uses.consumers(next.getFirst().result());
    }
    return new ConvolutionChain(nodes);
  }

  private static boolean mayJoin(Operator operator) {
    return operator == ElementwiseBinary.ADD.operator()
        || operator == ElementwiseUnary.RELU.operator()
        || operator == Clamp.OPERATOR
        || operator == Transpose.OPERATOR;
  }

  /** The convolution's own result. */
  Value convolved() {
    return nodes.getFirst().result();
  }

  /** Whether what joins the convolution may change its roundings: a clamp does not. */
  boolean adds() {
    return nodes.stream().anyMatch(node -> node.operator() == ElementwiseBinary.ADD.operator());
  }

  /**
   * Runs the chain as a graph of its own.
   *
   * @param tensors the values of the whole graph
   * @throws AssertionError if the engine is further off than a sum in any order
   */
  void check(Graph whole, Map<Value, Tensor> tensors, Engine engine, String what) {
    SequencedMap<String, Value> inputs = new LinkedHashMap<>();
    List<Tensor> given = new ArrayList<>();
    List<Value> made = nodes.stream().map(Node::result).toList();
    for (Node node : nodes) {
      for (Value operand : node.operands().flat()) {
        boolean isInput = !made.contains(operand) && !whole.isConstant(operand);
        if (isInput && !inputs.containsValue(operand)) {
          inputs.put("x" + inputs.size(), operand);
          given.add(tensors.get(operand));
        }
      }
    }
    Value end = made.getLast();
    SequencedMap<String, Value> outputs = new LinkedHashMap<>(Map.of("y", end));
    Graph graph = new Graph(inputs, whole.constants(), nodes, outputs);
    Tensor expected = ReferenceInterpreter.run(graph, given).get("y");
    Tensor actual = Tensor.read(end.type(), engine.run(graph, given).get(end));
    double allowed = allowed(tensors);
    IntStream.range(0, expected.count())
        .filter(i -> !(Math.abs(expected.real(i) - actual.real(i)) <= allowed))
        .filter(i -> !(Double.isNaN(expected.real(i)) && Double.isNaN(actual.real(i))))
        .findFirst()
        .ifPresent(
            i -> {
              throw new AssertionError(
                  what
                      + (": [" + i + "] of a chain is " + actual.real(i))
                      + (", not " + expected.real(i) + " within " + allowed + ": " + nodes));
            });
  }

  private double allowed(Map<Value, Tensor> tensors) {
    Node node = nodes.getFirst();
    Tensor magnitudes =
        OperatorCase.of(node, node.operands().map(tensors::get), OperatorCase.Allowance.NONE)
            .magnitudes()
            .getFirst();
    double most =
        IntStream.range(0, magnitudes.count()).mapToDouble(magnitudes::real).max().orElse(0);
    Value filter = node.operands().flat().get(1);
    double roundings = filter.type().elementCount() + ADDENDS;
    boolean half = node.result().type().dataType() == MLOperandDataType.FLOAT16;
    return (roundings * FLOAT32_ROUNDING + (half ? 4 * FLOAT16_ROUNDING : 0)) * (most + ADDENDS);
  }
}
