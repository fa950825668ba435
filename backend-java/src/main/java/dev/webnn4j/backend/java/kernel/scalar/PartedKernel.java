package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;

/**
 * A kernel that the workers share: it is its own task. How the work is cut into parts follows from
 * the shapes alone, so that a result cannot depend on the number of workers.
 */
abstract class PartedKernel implements Kernel, Workers.Task {
  private final int parts;

  PartedKernel(long parts) {
    this.parts = Math.toIntExact(parts);
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(parts, this, buffers);
  }
}
