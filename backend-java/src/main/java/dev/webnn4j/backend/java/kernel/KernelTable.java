package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.kernel.scalar.ScalarKernels;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.backend.java.kernel.x64.X64Kernels;
import dev.webnn4j.backend.java.op.Decompositions;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which tier computes a node: the fastest one that does not refuse. The scalar tier takes every
 * node but those that stand for others; where all tiers refuse one of these, its stages are
 * computed instead, each by the fastest tier that takes it.
 */
public final class KernelTable {
  private final Map<Tier, Map<Operator, KernelFactory>> factories = new EnumMap<>(Tier.class);
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
    factories.put(Tier.SCALAR, ScalarKernels.factories());
    if (fastest.compareTo(Tier.VECTOR) >= 0) {
      // Not touched otherwise: without the incubator module its classes do not load.
      factories.put(Tier.VECTOR, VectorKernels.factories());
    }
    if (fastest.compareTo(Tier.X64) >= 0) {
      factories.put(Tier.X64, X64Kernels.factories());
    }
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
    KernelFactory factory = factories.get(tier).get(node.operator());
    return factory == null
        ? Candidate.refuse("no kernel for " + node.operator())
        : factory.offer(node, context);
  }
}
