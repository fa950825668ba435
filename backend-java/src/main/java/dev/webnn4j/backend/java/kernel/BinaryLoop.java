package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.op.ElementwiseBinary;
import java.util.Optional;

/** A function of pairs of floats, one pair behind the other. */
public interface BinaryLoop {
  /**
   * What is known beforehand.
   *
   * @param movesA whether the first operands lie one behind the other too; else one serves all
   * @param movesB likewise the second ones
   */
  record Shape(ElementwiseBinary function, boolean movesA, boolean movesB) {}

  /** Makes loops of a shape, or none for functions it does not have. */
  @FunctionalInterface
  interface Factory {
    Optional<BinaryLoop> of(Shape shape, KernelContext context);
  }

  /** Whether the result may take the place of an operand that moves. */
  boolean worksInPlace();

  /**
   * Computes {@code count} results.
   *
   * @param worker who does it
   */
  void run(long a, long b, long result, long count, int worker);
}
