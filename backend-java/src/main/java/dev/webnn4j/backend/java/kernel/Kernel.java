package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.exec.Workers;

/**
 * The code of one step, bound to the shapes, attributes and constants of its node. It reads and
 * writes no memory but its buffers and what it got from its {@link KernelContext}.
 */
@FunctionalInterface
public interface Kernel {
  void run(Buffers buffers, Workers workers);

  /**
   * Whether a run reads an operand that is a constant. A kernel that has made something of its own
   * out of it says no, and is given no memory there.
   */
  default boolean reads(int operand) {
    return true;
  }

  /**
   * Whether the one result may lie where an operand lies that has as many elements of the same
   * size: if whoever writes an element has read that operand's element in its place, and nobody
   * reads it later, in this run or again at the edge of a tile.
   */
  default boolean worksInPlace(int operand) {
    return false;
  }
}
