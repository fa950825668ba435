package dev.webnn4j.backend.java.pass;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.Operands;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows a convolution and nothing else uses joins it: another tensor that is added, then a
 * clamp or relu.
 */
final class FuseEpilogues implements Pass {
  @Override
  public String name() {
    return "FuseEpilogues";
  }

  @Override
  public Graph apply(Graph graph) {
    return new Rewrite(graph).run();
  }

  /**
   * A convolution with what has joined it so far.
   *
   * @param last the node whose result it gives
   * @param label the labels of all of them
   */
  private record Chain(
      Node convolution, Node last, Optional<Value> residual, double min, double max, String label) {

    static Chain of(Node convolution) {
      return new Chain(
          convolution,
          convolution,
          convolution.findOperand(Convolution.RESIDUAL),
          convolution.get(Convolution.MIN),
          convolution.get(Convolution.MAX),
          convolution.label());
    }

    boolean isClamped() {
      return min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY;
    }

    Chain withResidual(Node add, Value value) {
      return new Chain(convolution, add, Optional.of(value), min, max, Labels.join(label, add));
    }

    Chain withClamp(Node clamp, double low, double high) {
      return new Chain(convolution, clamp, residual, low, high, Labels.join(label, clamp));
    }
  }

  private static final class Rewrite {
    private final Graph graph;
    private final GraphRewriter rewriter;
    private final Uses uses;
    private final Map<Node, Chain> chainsByLast = new HashMap<>();
    private final Set<Node> joined = new HashSet<>();

    Rewrite(Graph graph) {
      this.graph = graph;
      rewriter = new GraphRewriter(graph);
      uses = new Uses(graph);
    }

    Graph run() {
      for (Node node : graph.nodes()) {
        if (node.operator() == Convolution.OPERATOR) {
          grow(Chain.of(node));
        }
      }
      for (Node node : graph.nodes()) {
        if (chainsByLast.containsKey(node)) {
          emit(chainsByLast.get(node));
        } else if (!joined.contains(node)) {
          rewriter.keep(node);
        }
      }
      return rewriter.finish();
    }

    private void grow(Chain start) {
      Chain chain = start;
      Optional<Chain> longer = extend(chain);
      while (longer.isPresent()) {
        joined.add(chain.last());
        chain = longer.get();
        longer = extend(chain);
      }
      joined.add(chain.last());
      chainsByLast.put(chain.last(), chain);
    }

    private Optional<Chain> extend(Chain chain) {
      Value result = chain.last().result();
      return uses.onlyConsumer(result)
          // A sum of two convolutions joins the first of them only.
          .filter(next -> !joined.contains(next))
          .flatMap(next -> extend(chain, result, next));
    }

    private Optional<Chain> extend(Chain chain, Value result, Node next) {
      if (next.operator() == ElementwiseBinary.ADD.operator() && !chain.isClamped()) {
        Value a = next.operand(ElementwiseBinary.A);
        Value b = next.operand(ElementwiseBinary.B);
        return extendBySum(chain, next, a == result ? b : a);
      }
      return Bounds.of(next, graph)
          .filter(_ -> !chain.isClamped())
          .map(bounds -> chain.withClamp(next, bounds.min(), bounds.max()));
    }

    private Optional<Chain> extendBySum(Chain chain, Node add, Value other) {
      Shape shape = add.result().shape();
      if (!shape.equals(chain.convolution().result().shape()) || chain.residual().isPresent()) {
        return Optional.empty();
      }
      return other.shape().equals(shape)
          ? Optional.of(chain.withResidual(add, other))
          : Optional.empty();
    }

    private void emit(Chain chain) {
      Node node = chain.convolution();
      Operands<Value> operands = node.operands().map(rewriter::current);
      if (chain.residual().isPresent()) {
        operands = operands.with(Convolution.RESIDUAL, rewriter.current(chain.residual().get()));
      }
      Attributes attributes =
          node.attributes().with(Convolution.MIN, chain.min()).with(Convolution.MAX, chain.max());
      Value result =
          rewriter.emit(Convolution.OPERATOR, operands, attributes, chain.label()).getFirst();
      rewriter.replace(chain.last().result(), result);
    }
  }
}
