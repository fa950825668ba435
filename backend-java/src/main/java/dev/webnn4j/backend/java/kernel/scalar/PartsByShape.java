package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.PartedKernel;

/**
 * A kernel whose work is cut into parts as the shapes alone say, so that a result cannot depend on
 * the number of workers.
 */
abstract class PartsByShape implements PartedKernel {
  private final int parts;

  PartsByShape(long parts) {
    this.parts = Math.toIntExact(parts);
  }

  @Override
  public final int parts() {
    return parts;
  }
}
