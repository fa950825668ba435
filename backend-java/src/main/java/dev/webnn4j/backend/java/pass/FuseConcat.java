package dev.webnn4j.backend.java.pass;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Operands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Convolutions whose results are concatenated along their channels write them side by side
 * themselves. All operands of the concatenation must be such results: it reads and writes as much
 * as it takes to copy one.
 */
final class FuseConcat implements Pass {
  private static final long CHANNELS = 3;

  private final Passes.Target target;

  FuseConcat(Passes.Target target) {
    this.target = target;
  }

  @Override
  public String name() {
    return "FuseConcat";
  }

  @Override
  public Graph apply(Graph graph) {
    // The convolutions of other tiers write whole images only.
    return target.fastest() == Tier.X64 ? fuse(graph) : graph;
  }

  private static Graph fuse(Graph graph) {
    Uses uses = new Uses(graph);
    Map<Node, List<Node>> blocks = new HashMap<>();
    Set<Node> joined = new HashSet<>();
    for (Node node : graph.nodes()) {
      branches(node, uses, graph)
          .ifPresent(
              branches -> {
                blocks.put(node, branches);
                joined.addAll(branches);
              });
    }
    GraphRewriter rewriter = new GraphRewriter(graph);
    for (Node node : graph.nodes()) {
      if (blocks.containsKey(node)) {
        rewriter.replace(node.result(), emit(rewriter, node, blocks.get(node)));
      } else if (!joined.contains(node)) {
        rewriter.keep(node);
      }
    }
    return rewriter.finish();
  }

  private static Value emit(GraphRewriter rewriter, Node concat, List<Node> branches) {
    Operands<Value> operands = Operands.none();
    Attributes attributes = Attributes.NONE;
    String label = "";
    for (int i = 0; i < branches.size(); i++) {
      ConcatenatedConvolutions.Branch branch = ConcatenatedConvolutions.BRANCHES.get(i);
      Node convolution = branches.get(i);
      operands = branch.withOperands(operands, convolution.operands().map(rewriter::current));
      attributes = branch.withAttributes(attributes, convolution.attributes());
      label = Labels.join(label, convolution);
    }
    return rewriter
        .emit(ConcatenatedConvolutions.OPERATOR, operands, attributes, Labels.join(label, concat))
        .getFirst();
  }

  /** The convolutions whose results a node concatenates, if it does just that. */
  private static Optional<List<Node>> branches(Node node, Uses uses, Graph graph) {
    if (node.operator() != Concat.OPERATOR
        || node.result().shape().rank() != 4
        || node.get(Concat.AXIS) != CHANNELS) {
      return Optional.empty();
    }
    List<Value> images = node.operands().all(Concat.INPUTS);
    if (images.size() > ConcatenatedConvolutions.MAX_BRANCHES) {
      return Optional.empty();
    }
    List<Node> branches = new ArrayList<>();
    for (Value image : images) {
      uses.producer(image)
          .filter(_ -> uses.onlyConsumer(image).isPresent())
          .filter(producer -> isBranch(producer, graph))
          .ifPresent(branches::add);
    }
    return branches.size() == images.size() ? Optional.of(branches) : Optional.empty();
  }

  /**
   * A residual would lie as the convolution's own image does, and depthwise convolutions are not
   * products of matrices, which can write rows at any distance.
   */
  private static boolean isBranch(Node node, Graph graph) {
    return ConstantConvolution.is(node, graph)
        && !ConstantConvolution.hasResidual(node)
        && !Convolution.geometry(node).isDepthwise();
  }
}
