package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.reference.ReferenceInterpreter;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Transpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A convolution or a product of matrices and what follows it, which the compiler may make one of:
 * what is added joins the sum, and what the sum is multiplied with the filter, in another order and
 * with other roundings.
 */
record ConvolutionChain(List<Node> nodes) {
  private static final double FLOAT32_ROUNDING = 0x1p-24;
  private static final double FLOAT16_ROUNDING = 0x1p-11;

  /** By and in what follows a convolution, for each node. */
  private static final double ROUNDINGS_BEHIND = 8;

  /** All chains of a graph. */
  static List<ConvolutionChain> of(Graph graph) {
    Uses uses = new Uses(graph);
    return graph.nodes().stream()
        .filter(node -> isSumOfProducts(node.operator()))
        .map(node -> from(node, uses))
        .filter(chain -> chain.nodes.size() > 1)
        .toList();
  }

  private static boolean isSumOfProducts(Operator operator) {
    return operator == Conv2d.OPERATOR
        || operator == GroupConv2d.OPERATOR
        || operator == ConvTranspose2d.OPERATOR
        || operator == Gemm.OPERATOR
        || operator == Matmul.OPERATOR;
  }

  private static ConvolutionChain from(Node convolution, Uses uses) {
    List<Node> nodes = new ArrayList<>(List.of(convolution));
    List<Node> next = uses.consumers(convolution.result());
    while (next.size() == 1 && mayJoin(next.getFirst(), nodes.getLast().result())) {
      nodes.add(next.getFirst());
      next = uses.consumers(next.getFirst().result());
    }
    return new ConvolutionChain(nodes);
  }

  private static boolean mayJoin(Node node, Value result) {
    Operator operator = node.operator();
    boolean isDivisor =
        operator == ElementwiseBinary.DIV.operator() && node.operand(ElementwiseBinary.A) != result;
    return changesSums(operator) ? !isDivisor : keepsSums(operator);
  }

  private static boolean changesSums(Operator operator) {
    return operator == ElementwiseBinary.ADD.operator()
        || operator == ElementwiseBinary.SUB.operator()
        || operator == ElementwiseBinary.MUL.operator()
        || operator == ElementwiseBinary.DIV.operator()
        || operator == Activation.LINEAR.operator()
        || operator == BatchNormalization.OPERATOR;
  }

  private static boolean keepsSums(Operator operator) {
    return operator == ElementwiseUnary.RELU.operator()
        || operator == ElementwiseBinary.MAX.operator()
        || operator == ElementwiseBinary.MIN.operator()
        || operator == Clamp.OPERATOR
        || operator == Transpose.OPERATOR;
  }

  /** The convolution's own result. */
  Value convolved() {
    return nodes.getFirst().result();
  }

  /** Whether what joins the convolution may change its roundings: a clamp does not. */
  boolean changesRoundings() {
    return nodes.stream().anyMatch(node -> changesSums(node.operator()));
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
        .filter(i -> Double.isFinite(expected.real(i)))
        .filter(i -> !(Math.abs(expected.real(i) - actual.real(i)) <= allowed))
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
    double terms = greatest(magnitudes);
    for (int i = 1; i < nodes.size(); i++) {
      terms = terms(nodes.get(i), nodes.get(i - 1).result(), terms, tensors);
    }
    Value filter = node.operands().flat().get(1);
    double roundings = filter.type().elementCount() + ROUNDINGS_BEHIND * nodes.size();
    boolean half = node.result().type().dataType() == MLOperandDataType.FLOAT16;
    double rounding =
        roundings * FLOAT32_ROUNDING + (half ? 2 * nodes.size() * FLOAT16_ROUNDING : 0);
    return rounding * terms;
  }

  /**
   * What the terms of a sum are at most together behind a node.
   *
   * @param sum which operand of the node is the sum
   * @param terms what they are before it
   */
  private static double terms(Node node, Value sum, double terms, Map<Value, Tensor> tensors) {
    Operator operator = node.operator();
    if (operator == Activation.LINEAR.operator()) {
      double factor = Math.abs(node.get(Activation.LINEAR.alpha()));
      return terms * factor + Math.abs(node.get(Activation.LINEAR.beta().orElseThrow()));
    }
    if (operator == BatchNormalization.OPERATOR) {
      double variance = least(tensors.get(node.operand(BatchNormalization.VARIANCE)));
      double scale = greatest(node, BatchNormalization.SCALE, 1, tensors);
      double factor = scale / Math.sqrt(variance + node.get(BatchNormalization.EPSILON));
      double mean = greatest(node, BatchNormalization.MEAN, 0, tensors);
      return (terms + mean) * factor + greatest(node, BatchNormalization.BIAS, 0, tensors);
    }
    if (ElementwiseBinary.of(operator).isEmpty()) {
      return terms;
    }
    Value a = node.operand(ElementwiseBinary.A);
    Tensor other = tensors.get(a == sum ? node.operand(ElementwiseBinary.B) : a);
    return switch (ElementwiseBinary.of(operator).orElseThrow()) {
      case MUL -> terms * greatest(other);
      case DIV -> terms / least(other);
      default -> terms + greatest(other);
    };
  }

  private static double greatest(
      Node node, OperandSlot slot, double absent, Map<Value, Tensor> tensors) {
    return node.findOperand(slot).map(value -> greatest(tensors.get(value))).orElse(absent);
  }

  private static double greatest(Tensor tensor) {
    return magnitudes(tensor).max().orElse(0);
  }

  private static double least(Tensor tensor) {
    return magnitudes(tensor).min().orElse(0);
  }

  private static DoubleStream magnitudes(Tensor tensor) {
    return IntStream.range(0, tensor.count()).mapToDouble(i -> Math.abs(tensor.real(i)));
  }
}
