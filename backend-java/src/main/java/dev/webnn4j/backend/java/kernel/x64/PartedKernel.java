package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;

/** A kernel that the workers share: its parts may run in any order, even among those of others. */
interface PartedKernel extends Kernel, Workers.Task {
  /** How many parts there are. */
  int parts();

  @Override
  default void run(Buffers buffers, Workers workers) {
    workers.run(parts(), this, buffers);
  }
}
