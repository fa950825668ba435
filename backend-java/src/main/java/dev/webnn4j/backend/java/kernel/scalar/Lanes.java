package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;

/**
 * The rows of a tensor along one of its axes.
 *
 * @param count how many there are
 * @param size the elements of one
 * @param step the distance of neighbours in one, which is the product of the axes behind
 */
record Lanes(long count, int size, long step) {
  static Lanes of(Shape shape, int axis) {
    return new Lanes(
        shape.elementCount() / shape.dim(axis),
        shape.dim(axis),
        shape.elementCount(axis + 1, shape.rank()));
  }

  /** Where a lane begins; lanes are counted in row-major order without the axis. */
  long start(long lane) {
    return lane / step * size * step + lane % step;
  }
}
