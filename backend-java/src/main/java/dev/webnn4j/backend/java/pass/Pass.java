package dev.webnn4j.backend.java.pass;

import dev.webnn4j.graph.Graph;

/** One improvement of a graph: a pure function that leaves what the graph computes as it is. */
public interface Pass {
  /** A verb and what it is done to; {@code -Dwebnn.skipPasses} names it. */
  String name();

  Graph apply(Graph graph);
}
