package dev.webnn4j.backend.java.pass;

import dev.webnn4j.graph.Node;

/** The labels of nodes that become one. */
final class Labels {
  private Labels() {}

  /** A label, perhaps of several nodes, and that of a node that joins them: {@code conv+relu}. */
  static String join(String label, Node node) {
    if (label.isEmpty() || node.label().isEmpty()) {
      return label + node.label();
    }
    return label + "+" + node.label();
  }
}
