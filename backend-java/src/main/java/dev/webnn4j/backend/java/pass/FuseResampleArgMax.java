package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Resample2d;
import java.util.List;
import java.util.Optional;

/**
 * A search for the greatest or least channel of each pixel joins the resizing before it, so that
 * nobody writes the large image and reads it again.
 */
final class FuseResampleArgMax implements Pass {
  @Override
  public String name() {
    return "FuseResampleArgMax";
  }

  @Override
  public Graph apply(Graph graph) {
    Uses uses = new Uses(graph);
    GraphRewriter rewriter = new GraphRewriter(graph);
    for (Node node : graph.nodes()) {
      Optional<Node> resample =
          ArgMinMax.of(node.operator())
              .flatMap(_ -> uses.producer(node.operand(ArgMinMax.INPUT)))
              .filter(producer -> mayJoin(producer, node, uses));
      if (resample.isPresent()) {
        Value result = fuse(rewriter, resample.get(), node);
        rewriter.replace(node.result(), result);
      } else {
        rewriter.keep(node);
      }
    }
    return rewriter.finish();
  }

  private static boolean mayJoin(Node producer, Node search, Uses uses) {
    return producer.operator() == Resample2d.OPERATOR
        && uses.onlyConsumer(producer.result()).isPresent()
        // Other types have no kernel that gains by it.
        && producer.result().type().dataType() == MLOperandDataType.FLOAT32
        && searchesChannels(producer.get(Resample2d.AXES), search.get(ArgMinMax.AXIS))
        && grows(producer);
  }

  /** Whether images lie one after the other, and what is searched is not resized. */
  private static boolean searchesChannels(List<Long> resized, long searched) {
    return !resized.contains(0L) && searched != 0 && !resized.contains(searched);
  }

  /** An image that shrinks is small: what it is made of would be read more often than it. */
  private static boolean grows(Node resample) {
    return resample.result().shape().elementCount()
        >= resample.operand(Resample2d.INPUT).shape().elementCount();
  }

  private static Value fuse(GraphRewriter rewriter, Node resample, Node search) {
    Value input = rewriter.current(resample.operand(Resample2d.INPUT));
    boolean max = search.operator() == ArgMinMax.ARG_MAX.operator();
    return rewriter
        .emit(
            ResampledArgMinMax.OPERATOR,
            Operands.of(ResampledArgMinMax.INPUT, input),
            resample.attributes().and(search.attributes()).with(ResampledArgMinMax.MAX, max),
            Labels.join(resample.label(), search))
        .getFirst();
  }
}
