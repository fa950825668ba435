package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Transpose;
import java.util.Optional;

/**
 * A convolution reads an image that was given with its channels first as it is, where the channels
 * are few and nobody else needs them last: it gathers its windows anyway.
 */
final class FoldBorderLayouts implements Pass {
  /**
   * Colours, and perhaps a mask. With more, a vector of neighbouring channels is worth its step.
   */
  private static final int MOST_CHANNELS = 4;

  @Override
  public String name() {
    return "FoldBorderLayouts";
  }

  /** Whether a convolution does as well on an image with its channels first. */
  static boolean takesPlanes(int channels, long groups) {
    return channels <= MOST_CHANNELS && groups == 1;
  }

  @Override
  public Graph apply(Graph graph) {
    GraphRewriter rewriter = new GraphRewriter(graph);
    Uses uses = new Uses(graph);
    for (Node node : graph.nodes()) {
      planes(node, uses)
          .ifPresentOrElse(
              planes -> {
                Value result =
                    rewriter
                        .emit(
                            Convolution.OPERATOR,
                            node.operands()
                                .map(rewriter::current)
                                .with(Convolution.INPUT, rewriter.current(planes)),
                            node.attributes()
                                .with(Convolution.INPUT_LAYOUT, MLInputOperandLayout.NCHW),
                            node.label())
                        .getFirst();
                rewriter.replace(node.result(), result);
              },
              () -> rewriter.keep(node));
    }
    return rewriter.finish();
  }

  /** The image with its channels first that this node should read in place of its own. */
  private static Optional<Value> planes(Node node, Uses uses) {
    if (!isCandidate(node)) {
      return Optional.empty();
    }
    Value image = node.operand(Convolution.INPUT);
    boolean onlyHere =
        !uses.isOutput(image)
            && uses.consumers(image).stream().allMatch(FoldBorderLayouts::isCandidate);
    return uses.producer(image)
        .filter(maker -> onlyHere && maker.operator() == Transpose.OPERATOR)
        .filter(maker -> Permutation.of(maker).equals(Permutation.TO_CHANNELS_LAST))
        .map(maker -> maker.operand(Transpose.INPUT));
  }

  private static boolean isCandidate(Node node) {
    return node.operator() == Convolution.OPERATOR
        && node.get(Convolution.INPUT_LAYOUT) == MLInputOperandLayout.NHWC
        && takesPlanes(
            node.operand(Convolution.INPUT).shape().dim(3), node.get(Convolution.GROUPS));
  }
}
