package dev.webnn4j.backend.java.pass;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The compiler's passes in their order. {@code -Dwebnn.tracePasses=true} prints how long each took,
 * and the graph after each that changed it; {@code -Dwebnn.skipPasses=FuseEpilogues,…} leaves some
 * out.
 */
public final class Passes {
  /** What graphs are compiled for. */
  public record Target(Tier fastest, int workers) {}

  /** Every pass; each may rely on those before it, none has to. */
  public static List<Pass> all(Target target) {
    return List.of(
        new NameLayers(),
        new LowerGroupConvolutions(),
        new ChooseLayouts(),
        new FoldConstants(),
        new FoldBorderLayouts(),
        new JoinPadding(),
        new FoldAffine(),
        new MergeClamps(),
        new FuseEpilogues(),
        new FuseMatrixBias(),
        new FuseResampleArgMax(),
        new FuseBlocks(target),
        new FuseConcat(target));
  }

  private final List<Pass> passes;
  private final boolean trace = Boolean.getBoolean("webnn.tracePasses");

  public Passes(Target target) {
    List<Pass> all = all(target);
    Set<String> skipped =
        Arrays.stream(System.getProperty("webnn.skipPasses", "").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    passes = all.stream().filter(pass -> !skipped.remove(pass.name())).toList();
    if (!skipped.isEmpty()) {
      throw new IllegalArgumentException(
          "webnn.skipPasses names "
              + skipped
              + "; the passes are "
              + all.stream().map(Pass::name).toList());
    }
  }

  /** Is told what each pass did and what it took, the verifier included. */
  @FunctionalInterface
  public interface Listener {
    void applied(String pass, Graph before, Graph after, long nanoseconds);
  }

  /** Applies the passes and verifies the graph after each. */
  public Graph apply(Graph graph) {
    return apply(graph, Arena.ofAuto(), (pass, before, after, nanoseconds) -> {});
  }

  /**
   * The same, telling a listener of each pass.
   *
   * @param memory for constants that passes make
   */
  public Graph apply(Graph graph, SegmentAllocator memory, Listener listener) {
    Graph current = graph;
    for (Pass pass : passes) {
      long start = System.nanoTime();
      Graph next = pass.apply(current, memory);
      verify(pass, next);
      long nanos = System.nanoTime() - start;
      listener.applied(pass.name(), current, next, nanos);
      if (trace) {
        trace(pass, nanos, current, next);
      }
      current = next;
    }
    return current;
  }

  private static void trace(Pass pass, long nanoseconds, Graph before, Graph after) {
    String text = after.toString();
    boolean changed = !text.equals(before.toString());
    System.err.printf(
        Locale.ROOT,
        "after %s, which took %.1f ms%s%n",
        pass.name(),
        nanoseconds / 1e6,
        changed ? ":\n" + text : " and changed nothing");
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
