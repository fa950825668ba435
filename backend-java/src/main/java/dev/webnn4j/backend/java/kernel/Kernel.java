package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.exec.Workers;

/**
 * The code of one step, bound to the shapes, attributes and constants of its node. It reads and
 * writes no memory but its buffers and what it got from its {@link KernelContext}.
 */
@FunctionalInterface
public interface Kernel {
  void run(Buffers buffers, Workers workers);
}
