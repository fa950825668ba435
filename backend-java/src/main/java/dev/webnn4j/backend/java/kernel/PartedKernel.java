package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.exec.Workers;

/**
 * A kernel that the workers share: it is its own task, and its parts may run in any order, even
 * among those of others.
 */
public interface PartedKernel extends Kernel, Workers.Task {
  /** How many parts there are. */
  int parts();

  @Override
  default void run(Buffers buffers, Workers workers) {
    workers.run(parts(), this, buffers);
  }
}
