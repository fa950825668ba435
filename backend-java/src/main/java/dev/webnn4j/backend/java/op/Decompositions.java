package dev.webnn4j.backend.java.op;

import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The operators of the engine's own that stand for others, and what they stand for. No tier needs a
 * kernel for all such nodes: where none takes one, its stages are computed instead. So a pass may
 * fuse what a kernel will probably take; if the kernel refuses, nothing is lost but the gain.
 */
public final class Decompositions {
  private static final Map<Operator, Function<Node, List<Node>>> STAGES =
      Map.of(
          InvertedResidual.OPERATOR, InvertedResidual::stages,
          ConcatenatedConvolutions.OPERATOR, ConcatenatedConvolutions::stages,
          ResampledArgMinMax.OPERATOR, ResampledArgMinMax::stages);

  private Decompositions() {}

  /** The operators that stand for others. */
  public static Set<Operator> operators() {
    return STAGES.keySet();
  }

  /**
   * The nodes that a node stands for, each after those whose results it reads; the last one gives
   * the node's results. Empty if it stands for itself.
   */
  public static Optional<List<Node>> of(Node node) {
    return Optional.ofNullable(STAGES.get(node.operator())).map(stages -> stages.apply(node));
  }

  /** What a stage is called in reports: {@code block:stage}. */
  static String label(Node node, String stage) {
    return node.label().isEmpty() ? stage : node.label() + ":" + stage;
  }
}
