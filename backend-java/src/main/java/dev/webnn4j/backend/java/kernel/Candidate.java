package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.graph.Node;

/** A tier's answer when asked to run a node. */
public sealed interface Candidate {
  /** It can, with this kernel; {@code name} says which in reports. */
  record Accepted(String name, Kernel kernel) implements Candidate {}

  /** It cannot, for this reason. */
  record Refused(String reason) implements Candidate {}

  static Candidate accept(String name, Kernel kernel) {
    return new Accepted(name, kernel);
  }

  static Candidate refuse(String reason) {
    return new Refused(reason);
  }

  /** The answer of a tier that does not have the operator at all. */
  static Candidate none(Node node) {
    return refuse("no kernel for " + node.operator());
  }
}
