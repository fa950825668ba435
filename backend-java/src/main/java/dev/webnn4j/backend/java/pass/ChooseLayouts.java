package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Prelu;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Transpose;
import dev.webnn4j.op.Where;
import java.util.List;
import java.util.Optional;

/**
 * Images keep their channels last inside the engine. Convolutions become the engine's own {@link
 * Convolution}; what lies between them follows their layout, so that conversions remain only at the
 * borders, and explicit transpositions there disappear.
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

    Rewrite(Graph graph) {
      this.graph = graph;
      rewriter = new GraphRewriter(graph);
      values = new ChannelsLastValues(graph, rewriter);
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

    /** Whether the node was written with channels last; false leaves it as it is. */
    private boolean rewrite(Node node) {
      Operator operator = node.operator();
      if (operator == Conv2d.OPERATOR) {
        convolution(node);
        return true;
      }
      if (operator == ConvTranspose2d.OPERATOR) {
        return transposedConvolution(node);
      }
      if (operator == Transpose.OPERATOR) {
        return transpose(node);
      }
      if (node.operands().flat().stream().noneMatch(values::has)) {
        return false;
      }
      if (isUnary(operator)) {
        follow(node, node.operands().map(values::channelsLast), node.attributes());
        return true;
      }
      if (isBroadcasting(operator)) {
        return broadcasting(node);
      }
      if (Pooling.of(operator).isPresent()) {
        return pooling(node);
      }
      if (operator == Resample2d.OPERATOR) {
        return alongAxes(node, Resample2d.AXES);
      }
      if (operator == Concat.OPERATOR) {
        return node.result().shape().rank() == 4 && alongAxis(node, Concat.AXIS);
      }
      if (operator == Softmax.OPERATOR) {
        return alongAxis(node, Softmax.AXIS);
      }
      if (ArgMinMax.of(operator).isPresent()) {
        return argMinMax(node);
      }
      return operator == Reshape.OPERATOR && reshape(node);
    }

    private static boolean isUnary(Operator operator) {
      return ElementwiseUnary.of(operator).isPresent()
          || LogicalUnary.of(operator).isPresent()
          || Activation.of(operator).isPresent()
          || operator == Clamp.OPERATOR
          || operator == Cast.OPERATOR;
    }

    private static boolean isBroadcasting(Operator operator) {
      return ElementwiseBinary.of(operator).isPresent()
          || Comparison.of(operator).isPresent()
          || LogicalBinary.of(operator).isPresent()
          || operator == Where.OPERATOR
          || operator == Prelu.OPERATOR
          || operator == FakeQuantize.OPERATOR;
    }

    private void convolution(Node node) {
      boolean channelsFirst = node.get(Conv2d.INPUT_LAYOUT) == MLInputOperandLayout.NCHW;
      Value old = node.operand(Conv2d.INPUT);
      Value input = channelsFirst ? values.channelsLast(old) : values.original(old);
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
      if (channelsFirst) {
        values.put(node.result(), result);
      } else {
        rewriter.replace(node.result(), result);
      }
    }

    /** It stays what it is: its kernels take the filter in any layout. */
    private boolean transposedConvolution(Node node) {
      if (node.get(ConvTranspose2d.INPUT_LAYOUT) != MLInputOperandLayout.NCHW) {
        return false;
      }
      Operands<Value> operands =
          Operands.of(
              ConvTranspose2d.INPUT,
              values.channelsLast(node.operand(ConvTranspose2d.INPUT)),
              ConvTranspose2d.FILTER,
              values.original(node.operand(ConvTranspose2d.FILTER)));
      Optional<Value> bias = node.findOperand(ConvTranspose2d.BIAS);
      if (bias.isPresent()) {
        operands = operands.with(ConvTranspose2d.BIAS, values.original(bias.get()));
      }
      follow(
          node,
          operands,
          node.attributes().with(ConvTranspose2d.INPUT_LAYOUT, MLInputOperandLayout.NHWC));
      return true;
    }

    private Value filter(Node node) {
      Value filter = values.original(node.operand(Conv2d.FILTER));
      MLConv2dFilterOperandLayout layout = node.get(Conv2d.FILTER_LAYOUT);
      if (layout == MLConv2dFilterOperandLayout.OHWI) {
        return filter;
      }
      List<Long> permutation =
          "OHWI".chars().mapToObj(c -> (long) Conv2d.axis(layout, (char) c)).toList();
      return rewriter
          .emit(
              Transpose.OPERATOR,
              Operands.of(Transpose.INPUT, filter),
              Attributes.of(Transpose.PERMUTATION, permutation),
              node.label())
          .getFirst();
    }

    /** Explicit conversions cost nothing where the other layout is there, or may never be asked. */
    private boolean transpose(Node node) {
      Value input = node.operand(Transpose.INPUT);
      List<Long> permutation = node.attributes().find(Transpose.PERMUTATION).orElse(List.of());
      if (permutation.equals(ChannelsLastValues.TO_CHANNELS_LAST) && values.has(input)) {
        rewriter.replace(node.result(), values.channelsLast(input));
        return true;
      }
      if (permutation.equals(ChannelsLastValues.TO_CHANNELS_FIRST)) {
        values.put(node.result(), values.original(input));
        return true;
      }
      return false;
    }

    private boolean broadcasting(Node node) {
      if (node.result().shape().rank() != 4) {
        return false;
      }
      follow(node, node.operands().map(values::broadcastOperand), node.attributes());
      return true;
    }

    private boolean pooling(Node node) {
      if (node.get(Pool2d.LAYOUT) != MLInputOperandLayout.NCHW) {
        return false;
      }
      follow(
          node,
          node.operands().map(values::channelsLast),
          node.attributes().with(Pool2d.LAYOUT, MLInputOperandLayout.NHWC));
      return true;
    }

    private boolean alongAxes(Node node, Attribute<List<Long>> axes) {
      List<Long> mapped = node.get(axes).stream().map(Rewrite::axis).toList();
      follow(node, node.operands().map(values::channelsLast), node.attributes().with(axes, mapped));
      return true;
    }

    private boolean alongAxis(Node node, Attribute<Long> axis) {
      follow(
          node,
          node.operands().map(values::channelsLast),
          node.attributes().with(axis, axis(node.get(axis))));
      return true;
    }

    /** Without the reduced axis the result has no channels: both layouts give the same. */
    private boolean argMinMax(Node node) {
      if (node.get(ArgMinMax.KEEP_DIMENSIONS)) {
        return alongAxis(node, ArgMinMax.AXIS);
      }
      if (node.get(ArgMinMax.AXIS) != 1) {
        return false;
      }
      Value result = emit(node, ArgMinMax.AXIS, axis(1));
      rewriter.replace(node.result(), result);
      return true;
    }

    private Value emit(Node node, Attribute<Long> axis, long mapped) {
      return rewriter
          .emit(
              node.operator(),
              node.operands().map(values::channelsLast),
              node.attributes().with(axis, mapped),
              node.label())
          .getFirst();
    }

    /** A single pixel has its channels in the same order in both layouts. */
    private boolean reshape(Node node) {
      Value input = node.operand(Reshape.INPUT);
      if (input.shape().dim(2) != 1 || input.shape().dim(3) != 1) {
        return false;
      }
      Value result =
          rewriter
              .emit(
                  Reshape.OPERATOR,
                  Operands.of(Reshape.INPUT, values.channelsLast(input)),
                  node.attributes(),
                  node.label())
              .getFirst();
      rewriter.replace(node.result(), result);
      return true;
    }

    private void follow(Node node, Operands<Value> operands, Attributes attributes) {
      Value result = rewriter.emit(node.operator(), operands, attributes, node.label()).getFirst();
      values.put(node.result(), result);
    }

    /** Where an axis of [N, C, H, W] stands in [N, H, W, C]. */
    private static long axis(long axis) {
      return ChannelsLastValues.TO_CHANNELS_LAST.indexOf(axis);
    }
  }
}
