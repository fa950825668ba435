package dev.webnn4j.backend.java.kernel;

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
}
