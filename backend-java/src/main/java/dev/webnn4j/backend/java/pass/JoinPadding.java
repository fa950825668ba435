package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pad;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Zeros added around an image that only convolutions read become padding of theirs. */
final class JoinPadding implements Pass {
  @Override
  public String name() {
    return "JoinPadding";
  }

  @Override
  public Graph apply(Graph graph) {
    GraphRewriter rewriter = new GraphRewriter(graph);
    Uses uses = new Uses(graph);
    for (Node node : graph.nodes()) {
      padding(node, uses)
          .ifPresentOrElse(pad -> emit(node, pad, rewriter), () -> rewriter.keep(node));
    }
    return rewriter.finish();
  }

  /** What pads the image of a node, if the node is a convolution that can do it by itself. */
  private static Optional<Node> padding(Node node, Uses uses) {
    return node.operator() == Convolution.OPERATOR
        ? uses.producer(node.operand(Convolution.INPUT)).filter(maker -> joins(maker, uses))
        : Optional.empty();
  }

  private static boolean joins(Node pad, Uses uses) {
    Value result = pad.result();
    return pad.operator() == Pad.OPERATOR
        && pad.get(Pad.MODE) == MLPaddingMode.CONSTANT
        && pad.get(Pad.VALUE).castTo(result.type().dataType()).doubleValue() == 0
        && !uses.isOutput(result)
        && uses.consumers(result).stream().allMatch(next -> padsOnly(pad, next));
  }

  /** Whether a consumer is a convolution of which rows and columns are padded, and nothing else. */
  private static boolean padsOnly(Node pad, Node consumer) {
    Value result = pad.result();
    if (consumer.operator() != Convolution.OPERATOR
        || consumer.operand(Convolution.INPUT) != result
        || consumer.operands().flat().stream().filter(result::equals).count() > 1) {
      return false;
    }
    MLInputOperandLayout layout = consumer.get(Convolution.INPUT_LAYOUT);
    return IntStream.of(0, ImageLayout.channelAxis(layout))
        .allMatch(
            axis ->
                pad.get(Pad.BEGINNING_PADDING).get(axis) == 0
                    && pad.get(Pad.ENDING_PADDING).get(axis) == 0);
  }

  private static void emit(Node convolution, Node pad, GraphRewriter rewriter) {
    MLInputOperandLayout layout = convolution.get(Convolution.INPUT_LAYOUT);
    int height = ImageLayout.heightAxis(layout);
    int width = ImageLayout.widthAxis(layout);
    List<Long> own = convolution.get(Convolution.PADDING);
    List<Long> joint =
        List.of(
            own.get(0) + pad.get(Pad.BEGINNING_PADDING).get(height),
            own.get(1) + pad.get(Pad.ENDING_PADDING).get(height),
            own.get(2) + pad.get(Pad.BEGINNING_PADDING).get(width),
            own.get(3) + pad.get(Pad.ENDING_PADDING).get(width));
    Operands<Value> operands =
        convolution
            .operands()
            .with(Convolution.INPUT, pad.operand(Pad.INPUT))
            .map(rewriter::current);
    Attributes attributes = convolution.attributes().with(Convolution.PADDING, joint);
    Value result =
        rewriter
            .emit(Convolution.OPERATOR, operands, attributes, Labels.join(pad.label(), convolution))
            .getFirst();
    rewriter.replace(convolution.result(), result);
  }
}
