package dev.webnn4j.backend.java.pass;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The compiler's passes in their order. {@code -Dwebnn.tracePasses=true} prints the graph after
 * each that changed it; {@code -Dwebnn.skipPasses=FuseEpilogues,…} leaves some out.
 */
public final class Passes {
  /** Every pass; each may rely on those before it, none has to. */
  public static final List<Pass> ALL =
      List.of(
          new LowerGroupConvolutions(),
          new ChooseLayouts(),
          new FoldConstants(),
          new FuseEpilogues(),
          new FuseResampleArgMax());

  private final List<Pass> passes;
  private final boolean trace = Boolean.getBoolean("webnn.tracePasses");

  public Passes() {
    Set<String> skipped =
        Arrays.stream(System.getProperty("webnn.skipPasses", "").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    passes = ALL.stream().filter(pass -> !skipped.remove(pass.name())).toList();
    if (!skipped.isEmpty()) {
      throw new IllegalArgumentException(
          "webnn.skipPasses names "
              + skipped
              + "; the passes are "
              + ALL.stream().map(Pass::name).toList());
    }
  }

  /** Applies the passes and verifies the graph after each. */
  public Graph apply(Graph graph) {
    Graph current = graph;
    for (Pass pass : passes) {
      Graph next = pass.apply(current);
      verify(pass, next);
      if (trace && !next.toString().equals(current.toString())) {
        System.err.printf("after %s:%n%s%n", pass.name(), next);
      }
      current = next;
    }
    return current;
  }

  private static void verify(Pass pass, Graph graph) {
    try {
      GraphVerifier.verify(graph);
    } catch (IllegalStateException broken) {
      throw new IllegalStateException(
          "the pass " + pass.name() + " broke the graph: " + broken.getMessage(), broken);
    }
  }
}
