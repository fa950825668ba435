package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operator;
import java.util.Optional;

/** What a node does that keeps floats between two numbers: {@code min(max(input, min), max)}. */
record Bounds(Value input, double min, double max) {
  private static final double LEAST = Double.NEGATIVE_INFINITY;
  private static final double GREATEST = Double.POSITIVE_INFINITY;

  static Optional<Bounds> of(Node node, Graph graph) {
    Operator operator = node.operator();
    MLOperandDataType type = node.result().type().dataType();
    if (!type.isFloat()) {
      return Optional.empty();
    }
    if (operator == ElementwiseUnary.RELU.operator()) {
      return Optional.of(new Bounds(node.operand(ElementwiseUnary.RELU.input()), 0, GREATEST));
    }
    if (operator == Clamp.OPERATOR) {
      double min = Clamp.min(node.attributes(), type).doubleValue();
      double max = Clamp.max(node.attributes(), type).doubleValue();
      return Optional.of(new Bounds(node.operand(Clamp.INPUT), min, max));
    }
    if (operator == ElementwiseBinary.MAX.operator()) {
      return number(node, graph).map(bound -> new Bounds(other(node, graph), bound, GREATEST));
    }
    if (operator == ElementwiseBinary.MIN.operator()) {
      return number(node, graph).map(bound -> new Bounds(other(node, graph), LEAST, bound));
    }
    return Optional.empty();
  }

  /** Whether the node is written as a clamp already. */
  static boolean isClamp(Node node) {
    return node.operator() == Clamp.OPERATOR || node.operator() == ElementwiseUnary.RELU.operator();
  }

  /** Both, one after the other. */
  Bounds after(Bounds before) {
    return new Bounds(before.input, clamp(before.min), clamp(before.max));
  }

  private double clamp(double number) {
    return Math.min(Math.max(number, min), max);
  }

  /** The number that every element is compared with. */
  private static Optional<Double> number(Node node, Graph graph) {
    Value a = node.operand(ElementwiseBinary.A);
    Value b = node.operand(ElementwiseBinary.B);
    Value bound = graph.isConstant(b) ? b : a;
    boolean isOne =
        bound.shape().elementCount() == 1
            && other(node, graph).shape().equals(node.result().shape());
    return isOne
        ? Constants.numbers(graph, bound).map(all -> all[0]).filter(n -> !Double.isNaN(n))
        : Optional.empty();
  }

  private static Value other(Node node, Graph graph) {
    Value a = node.operand(ElementwiseBinary.A);
    Value b = node.operand(ElementwiseBinary.B);
    return graph.isConstant(b) ? a : b;
  }
}
