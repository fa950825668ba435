package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class MinimumCutTest {
  @Test
  void theCheaperEdgeOfAChainIsCut() {
    MinimumCut cut = new MinimumCut();
    int middle = cut.addVertex();
    cut.addEdge(MinimumCut.SOURCE, middle, 3);
    cut.addEdge(middle, MinimumCut.SINK, 2);
    assertTrue(cut.sourceSide().get(middle));
  }

  @Test
  void ofEqualCutsTheOneNextToTheSourceIsTaken() {
    MinimumCut cut = new MinimumCut();
    int middle = cut.addVertex();
    cut.addEdge(MinimumCut.SOURCE, middle, 2);
    cut.addEdge(middle, MinimumCut.SINK, 2);
    assertFalse(cut.sourceSide().get(middle));
  }

  /** Of networks this small, every cut can be tried. */
  @Property(tries = 200)
  void noCutIsCheaper(@ForAll long seed) {
    Draw draw = new Draw(seed);
    int vertices = draw.between(2, 7);
    long[][] capacities = new long[vertices][vertices];
    MinimumCut cut = new MinimumCut();
    for (int i = 2; i < vertices; i++) {
      cut.addVertex();
    }
    for (int edges = draw.between(0, 15); edges > 0; edges--) {
      int from = draw.between(0, vertices - 1);
      int to = draw.between(0, vertices - 1);
      long capacity = draw.between(0, 5);
      capacities[from][to] += from == to ? 0 : capacity;
      cut.addEdge(from, to, capacity);
    }
    BitSet found = cut.sourceSide();
    assertTrue(found.get(MinimumCut.SOURCE));
    assertFalse(found.get(MinimumCut.SINK));
    long least = Long.MAX_VALUE;
    for (long others = 0; others < 1L << (vertices - 2); others++) {
      BitSet side = BitSet.valueOf(new long[] {others << 2 | 1});
      least = Math.min(least, cost(side, capacities));
    }
    assertEquals(least, cost(found, capacities));
  }

  private static long cost(BitSet side, long[][] capacities) {
    long cost = 0;
    for (int from = 0; from < capacities.length; from++) {
      for (int to = 0; to < capacities.length; to++) {
        cost += side.get(from) && !side.get(to) ? capacities[from][to] : 0;
      }
    }
    return cost;
  }
}
