package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.graph.Node;

/** Makes the kernels of an operator, or of a family of them, in one tier. */
@FunctionalInterface
public interface KernelFactory {
  /** A kernel for a node whose operator this factory is registered for, or why there is none. */
  Candidate offer(Node node, KernelContext context);
}
