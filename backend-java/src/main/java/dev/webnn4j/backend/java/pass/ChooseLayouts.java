package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Transpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Images keep their channels last inside the engine. Convolutions become the engine's own {@link
 * Convolution}; what lies between them follows their layout where {@link LayoutChoice} finds that
 * this saves conversions, so that these remain only at the borders, and explicit transpositions
 * there disappear.
 */
final class ChooseLayouts implements Pass {
  @Override
  public String name() {
    return "ChooseLayouts";
  }

  @Override
  public Graph apply(Graph graph) {
    return new Rewrite(graph).run();
  }

  private static final class Rewrite {
    private final Graph graph;
    private final GraphRewriter rewriter;
    private final ChannelsLastValues values;
    private final Set<Node> channelsLast;

    Rewrite(Graph graph) {
      this.graph = graph;
      rewriter = new GraphRewriter(graph);
      values = new ChannelsLastValues(graph, rewriter);
      channelsLast = LayoutChoice.of(graph);
    }

    Graph run() {
      for (Node node : graph.nodes()) {
        if (!rewrite(node)) {
          node.operands().flat().forEach(values::original);
          rewriter.keep(node);
        }
      }
      graph.outputs().values().forEach(values::original);
      return rewriter.finish();
    }

    /** Whether the node was written anew; false leaves it as it is. */
    private boolean rewrite(Node node) {
      Operator operator = node.operator();
      if (operator == Conv2d.OPERATOR) {
        convolution(node);
        return true;
      }
      if (operator == ConvTranspose2d.OPERATOR) {
        return transposedConvolution(node);
      }
      if (operator == Transpose.OPERATOR && node.result().shape().rank() == 4) {
        transpose(node);
        return true;
      }
      Optional<ChannelsLast> known = ChannelsLast.of(node);
      if (channelsLast.contains(node)) {
        follow(node, known.orElseThrow().attributes());
        return true;
      }
      if (known.isPresent() && !known.get().keepsLayout()) {
        return eitherLayout(node, known.get().attributes());
      }
      return false;
    }

    private void convolution(Node node) {
      boolean planar = node.get(Conv2d.INPUT_LAYOUT) == MLInputOperandLayout.NCHW;
      Value old = node.operand(Conv2d.INPUT);
      Value input = planar ? values.channelsLast(old) : values.original(old);
      Operands<Value> operands =
          Operands.of(Convolution.INPUT, input, Convolution.FILTER, filter(node));
      Optional<Value> bias = node.findOperand(Conv2d.BIAS);
      if (bias.isPresent()) {
        operands = operands.with(Convolution.BIAS, values.original(bias.get()));
      }
      Attributes attributes =
          Attributes.of(Convolution.PADDING, node.get(Conv2d.PADDING))
              .with(Convolution.STRIDES, node.get(Conv2d.STRIDES))
              .with(Convolution.DILATIONS, node.get(Conv2d.DILATIONS))
              .with(Convolution.GROUPS, node.get(Conv2d.GROUPS));
      Value result =
          rewriter.emit(Convolution.OPERATOR, operands, attributes, node.label()).getFirst();
      if (planar) {
        values.put(node.result(), result);
      } else {
        rewriter.replace(node.result(), result);
      }
    }

    private Value filter(Node node) {
      MLConv2dFilterOperandLayout layout = node.get(Conv2d.FILTER_LAYOUT);
      Permutation permutation =
          new Permutation(
              "OHWI".chars().mapToObj(axis -> Conv2d.axis(layout, (char) axis)).toList());
      return permutation.emit(rewriter, values.original(node.operand(Conv2d.FILTER)), node.label());
    }

    /** It stays what it is: its kernels take the filter in any layout. */
    private boolean transposedConvolution(Node node) {
      if (node.get(ConvTranspose2d.INPUT_LAYOUT) != MLInputOperandLayout.NCHW) {
        return false;
      }
      Value image = values.channelsLast(node.operand(ConvTranspose2d.INPUT));
      Operands<Value> others = node.operands().without(ConvTranspose2d.INPUT).map(values::original);
      emit(
          node,
          others.with(ConvTranspose2d.INPUT, image),
          node.attributes().with(ConvTranspose2d.INPUT_LAYOUT, MLInputOperandLayout.NHWC));
      return true;
    }

    /** Explicit conversions cost nothing where the other layout is there, or may never be asked. */
    private void transpose(Node node) {
      Value input = node.operand(Transpose.INPUT);
      Permutation permutation = Permutation.of(node);
      if (permutation.equals(Permutation.TO_CHANNELS_FIRST)) {
        values.put(node.result(), values.original(input));
        return;
      }
      if (permutation.equals(Permutation.TO_CHANNELS_LAST)) {
        rewriter.replace(node.result(), values.channelsLast(input));
        return;
      }
      Permutation own = permutation.after(Permutation.TO_CHANNELS_LAST);
      Value result =
          values.isConverted(input)
              ? own.emit(rewriter, values.channelsLast(input), node.label())
              : permutation.emit(rewriter, values.original(input), node.label());
      rewriter.replace(node.result(), result);
    }

    private void follow(Node node, Attributes attributes) {
      List<Value> images = ChannelsLast.images(node);
      boolean broadcasts = ChannelsLast.isBroadcasting(node.operator());
      Operands<Value> operands =
          node.operands()
              .map(
                  operand ->
                      broadcasts
                          ? values.broadcastOperand(operand)
                          : images.contains(operand)
                              ? values.channelsLast(operand)
                              : values.original(operand));
      emit(node, operands, attributes);
    }

    /** The result is the same, so the image is taken as it is there. */
    private boolean eitherLayout(Node node, Attributes attributes) {
      Value image = ChannelsLast.images(node).getFirst();
      if (!values.isConverted(image)) {
        return false;
      }
      Value result =
          rewriter
              .emit(
                  node.operator(),
                  node.operands().map(values::channelsLast),
                  attributes,
                  node.label())
              .getFirst();
      rewriter.replace(node.result(), result);
      return true;
    }

    private void emit(Node node, Operands<Value> operands, Attributes attributes) {
      List<Value> results = rewriter.emit(node.operator(), operands, attributes, node.label());
      for (int i = 0; i < results.size(); i++) {
        values.put(node.results().get(i), results.get(i));
      }
    }
  }
}
