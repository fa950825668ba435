package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.Shape;

/**
 * A tensor's elements along one of its axes, as columns that lie side by side, a vector of them at
 * a time.
 *
 * @param outer how many groups of columns there are
 * @param size the elements of a column
 * @param step the columns of a group: the elements from one of a column to the next
 */
record Columns(long outer, int size, long step) {
  static Columns of(Shape shape, int axis) {
    return new Columns(
        shape.elementCount(0, axis), shape.dim(axis), shape.elementCount(axis + 1, shape.rank()));
  }

  /** Vectors of columns in a group. */
  long vectors() {
    return Math.ceilDiv(step, (long) Lanes.LENGTH);
  }

  /** All vectors of columns, shared out. */
  Ranges ranges(long elementsOfOne, int workers) {
    return Ranges.of(outer * vectors(), elementsOfOne * size * Lanes.LENGTH, workers);
  }

  /** The first element of a vector of columns. */
  long start(long vector) {
    return vector / vectors() * size * step + column(vector);
  }

  /** The first column in its group of a vector of columns. */
  long column(long vector) {
    return vector % vectors() * Lanes.LENGTH;
  }

  /** How many columns a vector holds. */
  int count(long vector) {
    return (int) Math.min(Lanes.LENGTH, step - column(vector));
  }
}
