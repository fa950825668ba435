package dev.webnn4j.backend.java.pass;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Window2d;
import java.util.List;

/** {@code groupConv2d} becomes {@code conv2d}: the groups leave the filter's shape. */
final class LowerGroupConvolutions implements Pass {
  @Override
  public String name() {
    return "LowerGroupConvolutions";
  }

  @Override
  public Graph apply(Graph graph) {
    GraphRewriter rewriter = new GraphRewriter(graph);
    for (Node node : graph.nodes()) {
      if (node.operator() == GroupConv2d.OPERATOR) {
        lower(node, rewriter);
      } else {
        rewriter.keep(node);
      }
    }
    return rewriter.finish();
  }

  private static void lower(Node node, GraphRewriter rewriter) {
    Conv2d.Geometry geometry = GroupConv2d.geometry(node.call());
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    List<Long> flat =
        List.of(
            (long) geometry.outputChannels(),
            (long) geometry.inputChannelsPerGroup(),
            (long) height.window(),
            (long) width.window());
    Value filter =
        rewriter
            .emit(
                Reshape.OPERATOR,
                Operands.of(Reshape.INPUT, rewriter.current(node.operand(GroupConv2d.FILTER))),
                Attributes.of(Reshape.NEW_SHAPE, flat),
                node.label())
            .getFirst();
    // The padding as the geometry has it, since autoPad may have changed it.
    List<Long> padding =
        List.of(
            (long) height.begin(), (long) height.end(), (long) width.begin(), (long) width.end());
    Value result =
        rewriter
            .emit(
                Conv2d.OPERATOR,
                Operands.of(
                    Conv2d.INPUT,
                    rewriter.current(node.operand(GroupConv2d.INPUT)),
                    Conv2d.FILTER,
                    filter),
                Attributes.of(Conv2d.PADDING, padding)
                    .with(Conv2d.STRIDES, node.get(GroupConv2d.STRIDES))
                    .with(Conv2d.DILATIONS, node.get(GroupConv2d.DILATIONS))
                    .with(Conv2d.GROUPS, (long) geometry.groups()),
                node.label())
            .getFirst();
    rewriter.replace(node.result(), result);
  }
}
