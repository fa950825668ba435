package dev.webnn4j.backend.java.pass;

import dev.webnn4j.graph.Graph;
import java.lang.foreign.SegmentAllocator;

/** One improvement of a graph: a pure function that leaves what the graph computes as it is. */
public interface Pass {
  /** A verb and what it is done to; {@code -Dwebnn.skipPasses} names it. */
  String name();

  Graph apply(Graph graph);

  /**
   * The same, for passes that make constants.
   *
   * @param memory for their bytes; it lives until the graph has become a plan
   */
  default Graph apply(Graph graph, SegmentAllocator memory) {
    return apply(graph);
  }
}
