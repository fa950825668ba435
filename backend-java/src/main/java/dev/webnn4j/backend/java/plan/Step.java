package dev.webnn4j.backend.java.plan;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.graph.Node;
import java.util.Optional;

/**
 * One operation of a plan: what it computes by which kernel, and its memory.
 *
 * @param layout of the images it works on, for reports; empty if there are none or nothing says so
 */
public record Step(
    KernelTable.Choice choice, Buffers buffers, Optional<MLInputOperandLayout> layout) {
  /** What it computes: a node of the graph, or a stage of one that no tier took as a whole. */
  public Node node() {
    return choice.node();
  }
}
