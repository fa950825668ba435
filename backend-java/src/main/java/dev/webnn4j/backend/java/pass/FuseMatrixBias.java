package dev.webnn4j.backend.java.pass;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reshape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A constant row that is added to a product of matrices, and to nothing else of it, becomes what
 * its sums begin with: {@code matmul} and {@code add} are one {@code gemm}.
 */
final class FuseMatrixBias implements Pass {
  @Override
  public String name() {
    return "FuseMatrixBias";
  }

  @Override
  public Graph apply(Graph graph) {
    GraphRewriter rewriter = new GraphRewriter(graph);
    Uses uses = new Uses(graph);
    Set<Node> joined = new HashSet<>();
    for (Node node : graph.nodes()) {
      Optional<Node> addition = addition(node, graph, uses);
      if (addition.isPresent()) {
        joined.add(addition.get());
        rewriter.replace(
            addition.get().result(), product(node, addend(addition.get(), node), graph, rewriter));
      } else if (!joined.contains(node)) {
        rewriter.keep(node);
      }
    }
    return rewriter.finish();
  }

  /** The addition that may join a node. */
  private static Optional<Node> addition(Node node, Graph graph, Uses uses) {
    boolean isBareGemm = node.operator() == Gemm.OPERATOR && !node.operands().has(Gemm.C);
    boolean isProduct =
        isBareGemm
            || (node.operator() == Matmul.OPERATOR && node.operand(Matmul.B).shape().rank() == 2);
    if (!isProduct) {
      return Optional.empty();
    }
    return uses.onlyConsumer(node.result())
        .filter(next -> next.operator() == ElementwiseBinary.ADD.operator())
        .filter(next -> next.result().type().equals(node.result().type()))
        .filter(next -> isConstantRow(addend(next, node), node.result().shape(), graph));
  }

  private static Value addend(Node addition, Node product) {
    Value a = addition.operand(ElementwiseBinary.A);
    return a == product.result() ? addition.operand(ElementwiseBinary.B) : a;
  }

  private static boolean isConstantRow(Value value, Shape product, Graph graph) {
    Shape shape = value.shape();
    boolean isRow =
        shape.rank() > 0
            && shape.dim(-1) == product.dim(-1)
            && shape.elementCount() == product.dim(-1);
    return isRow && graph.isConstant(value);
  }

  private static Value product(Node node, Value row, Graph graph, GraphRewriter rewriter) {
    Value bias =
        rewriter.constant(
            row.type().withShape(Shape.of(row.shape().dim(-1))), graph.constants().get(row));
    if (node.operator() == Gemm.OPERATOR) {
      Operands<Value> operands = node.operands().map(rewriter::current).with(Gemm.C, bias);
      return emit(node, operands, node.attributes().with(Gemm.BETA, 1.0), rewriter);
    }
    // The rows of all of a's matrices are rows of one.
    Value a = rewriter.current(node.operand(Matmul.A));
    Value b = rewriter.current(node.operand(Matmul.B));
    Value rows =
        reshape(
            a,
            List.of(a.shape().elementCount(0, a.shape().rank() - 1), (long) a.shape().dim(-1)),
            rewriter);
    Value product =
        emit(
            node,
            Operands.of(Gemm.A, rows, Gemm.B, b).with(Gemm.C, bias),
            Attributes.NONE,
            rewriter);
    return reshape(product, node.result().shape().toList(), rewriter);
  }

  private static Value emit(
      Node node, Operands<Value> operands, Attributes attributes, GraphRewriter rewriter) {
    return rewriter.emit(Gemm.OPERATOR, operands, attributes, node.label()).getFirst();
  }

  private static Value reshape(Value value, List<Long> shape, GraphRewriter rewriter) {
    return value.shape().toList().equals(shape)
        ? value
        : rewriter
            .emit(
                Reshape.OPERATOR,
                Operands.of(Reshape.INPUT, value),
                Attributes.of(Reshape.NEW_SHAPE, shape),
                "")
            .getFirst();
  }
}
