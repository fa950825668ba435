package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.kernel.scalar.ScalarKernels;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.backend.java.kernel.x64.X64Kernels;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which tier runs a step: the fastest one that does not refuse. */
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
   * The kernel chosen for a node.
   *
   * @param refusals why each faster tier is not used
   */
  public record Choice(Tier tier, String name, Kernel kernel, List<String> refusals) {}

  /**
   * @throws IllegalStateException if no tier can run the node, which a test makes sure of
   */
  public Choice choose(Node node, KernelContext context) {
    List<String> refusals = new ArrayList<>();
    for (Tier tier : allowed) {
      switch (offer(tier, node, context)) {
        case Candidate.Accepted(String name, Kernel kernel) -> {
          return new Choice(tier, name, kernel, List.copyOf(refusals));
        }
        case Candidate.Refused(String reason) -> refusals.add(tier + ": " + reason);
      }
    }
    throw new IllegalStateException("no kernel for " + node + ": " + refusals);
  }

  /** What one tier says to a node. */
  public Candidate offer(Tier tier, Node node, KernelContext context) {
    KernelFactory factory = factories.get(tier).get(node.operator());
    return factory == null
        ? Candidate.refuse("no kernel for " + node.operator())
        : factory.offer(node, context);
  }
}
