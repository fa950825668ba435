package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.kernel.scalar.ScalarKernels;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.backend.java.kernel.x64.X64Kernels;
import dev.webnn4j.backend.java.op.Decompositions;
import dev.webnn4j.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which tier computes a node: the fastest one that does not refuse. The scalar tier takes every
 * node but those that stand for others; where all tiers refuse one of these, its stages are
 * computed instead, each by the fastest tier that takes it.
 */
public final class KernelTable {
  private final List<Tier> allowed;

  /**
   * @param fastest tiers above this one are not asked
   */
  public KernelTable(Tier fastest) {
    allowed =
        Arrays.stream(Tier.values())
            .filter(tier -> tier.compareTo(fastest) <= 0)
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  /**
   * A node and the kernel chosen for it.
   *
   * @param refusals why each faster tier is not used; before these, for a stage of a block, why no
   *     tier took the block
   */
  public record Choice(Node node, Tier tier, String name, Kernel kernel, List<String> refusals) {}

  /**
   * The kernels that compute a node, in the order in which they must run: one, or those of its
   * stages if no tier takes the node as a whole.
   *
   * @throws IllegalStateException if no tier can run the node nor its stages, which a test makes
   *     sure of
   */
  public List<Choice> choose(Node node, KernelContext context) {
    List<Choice> choices = new ArrayList<>();
    choose(node, List.of(), context, choices);
    return List.copyOf(choices);
  }

  /**
   * @param ofBlocks why no tier took what the node is a stage of
   */
  private void choose(
      Node node, List<String> ofBlocks, KernelContext context, List<Choice> choices) {
    List<String> refusals = new ArrayList<>(ofBlocks);
    List<String> asBlock = new ArrayList<>(ofBlocks);
    for (Tier tier : allowed) {
      switch (offer(tier, node, context)) {
        case Candidate.Accepted(String name, Kernel kernel) -> {
          choices.add(new Choice(node, tier, name, kernel, List.copyOf(refusals)));
          return;
        }
        case Candidate.Refused(String reason) -> {
          refusals.add(tier + ": " + reason);
          asBlock.add(tier + ", as " + node.operator() + ": " + reason);
        }
      }
    }
    List<Node> stages =
        Decompositions.of(node)
            .orElseThrow(
                () -> new IllegalStateException("no kernel for " + node + ": " + refusals));
    stages.forEach(stage -> choose(stage, asBlock, context, choices));
  }

  /** What one tier says to a node. */
  public Candidate offer(Tier tier, Node node, KernelContext context) {
    // Without the incubator module the vector tier's classes do not load, nor are they asked for.
    return switch (tier) {
      case SCALAR -> ScalarKernels.offer(node, context);
      case VECTOR -> VectorKernels.offer(node, context);
      case X64 -> X64Kernels.offer(node, context);
    };
  }
}
