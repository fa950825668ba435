package dev.webnn4j.js.idl;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.spi.Backend;
import dev.webnn4j.spi.BackendProvider;
import dev.webnn4j.spi.CompiledGraph;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine that remembers what it was given and computes what {@link FakeGraph} can. A node
 * labelled {@code fail}, {@code break} or {@code slow} makes it behave so.
 */
public final class FakeEngine implements BackendProvider {
  static final String NAME = "fake";
  static final List<Graph> GRAPHS = Collections.synchronizedList(new ArrayList<>());
  static final List<MLContextOptions> OPENED = Collections.synchronizedList(new ArrayList<>());

  private static final AtomicInteger CLOSED = new AtomicInteger();

  /** How many contexts have given their memory back. */
  public static int closed() {
    return CLOSED.get();
  }

  /** The graph compiled last. */
  static Graph lastGraph() {
    return GRAPHS.getLast();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int priority() {
    return Integer.MIN_VALUE;
  }

  @Override
  public Backend open(MLContextOptions options) {
    OPENED.add(options);
    return new Backend() {
      @Override
      public MLInputOperandLayout preferredInputLayout() {
        return MLInputOperandLayout.NHWC;
      }

      @Override
      public CompiledGraph compile(Graph given) {
        Graph graph = given.withConstantsIn(Arena.ofAuto());
        GRAPHS.add(graph);
        if (FakeGraph.has(graph, "fail")) {
          throw new UnsupportedOperationException("no kernel");
        }
        return new FakeGraph(graph);
      }

      @Override
      public void close() {
        CLOSED.incrementAndGet();
      }
    };
  }
}
