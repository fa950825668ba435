package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;

/** What is tested: a tier, or a kernel of a test. */
@FunctionalInterface
public interface KernelFactory {
  /** A kernel for a node, or why there is none. */
  Candidate offer(Node node, KernelContext context);
}
