package dev.webnn4j.backend.java.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;

/**
 * The cheapest way to part a network into a side with the source and one with the sink; an edge
 * costs its capacity if it leads from the former to the latter. Found as the maximum flow of
 * Edmonds and Karp.
 */
final class MinimumCut {
  static final int SOURCE = 0;
  static final int SINK = 1;

  /** Of an edge that must not be cut. */
  static final long UNBOUNDED = Long.MAX_VALUE / 4;

  private static final int NONE = -1;

  /** An edge and, at the next odd index, the same edge backwards, which holds the flow. */
  private static final class Edge {
    final int to;
    long rest;

    Edge(int to, long rest) {
      this.to = to;
      this.rest = rest;
    }
  }

  private final List<Edge> edges = new ArrayList<>();
  private final List<List<Integer>> leaving = new ArrayList<>();

  MinimumCut() {
    addVertex();
    addVertex();
  }

  int addVertex() {
    leaving.add(new ArrayList<>());
    return leaving.size() - 1;
  }

  void addEdge(int from, int to, long capacity) {
    leaving.get(from).add(edges.size());
    edges.add(new Edge(to, capacity));
    leaving.get(to).add(edges.size());
    edges.add(new Edge(from, 0));
  }

  /** The vertices on the source's side; of all cheapest cuts the one where they are fewest. */
  BitSet sourceSide() {
    int[] cameBy = search();
    while (cameBy[SINK] != NONE) {
      push(cameBy);
      cameBy = search();
    }
    BitSet side = new BitSet();
    side.set(SOURCE);
    for (int vertex = 0; vertex < cameBy.length; vertex++) {
      if (cameBy[vertex] != NONE) {
        side.set(vertex);
      }
    }
    return side;
  }

  /** The edge over which each vertex is reached from the source the shortest way. */
  private int[] search() {
    int[] cameBy = new int[leaving.size()];
    Arrays.fill(cameBy, NONE);
    Queue<Integer> reached = new ArrayDeque<>(List.of(SOURCE));
    while (!reached.isEmpty() && cameBy[SINK] == NONE) {
      for (int edge : leaving.get(reached.remove())) {
        int to = edges.get(edge).to;
        if (edges.get(edge).rest > 0 && cameBy[to] == NONE && to != SOURCE) {
          cameBy[to] = edge;
          reached.add(to);
        }
      }
    }
    return cameBy;
  }

  private void push(int[] cameBy) {
    long flow = UNBOUNDED;
    for (int vertex = SINK; vertex != SOURCE; vertex = edges.get(cameBy[vertex] ^ 1).to) {
      flow = Math.min(flow, edges.get(cameBy[vertex]).rest);
    }
    for (int vertex = SINK; vertex != SOURCE; vertex = edges.get(cameBy[vertex] ^ 1).to) {
      edges.get(cameBy[vertex]).rest -= flow;
      edges.get(cameBy[vertex] ^ 1).rest += flow;
    }
  }
}
