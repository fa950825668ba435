package dev.webnn4j.backend.reference;

import dev.webnn4j.Shape;
import dev.webnn4j.op.Broadcasting;

/** Where elements stand in dense row-major tensors. */
final class Places {
  private Places() {}

  /** The coordinates of an element. */
  static int[] coordinates(Shape shape, int index) {
    int[] at = new int[shape.rank()];
    int rest = index;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      at[axis] = rest % shape.dim(axis);
      rest /= shape.dim(axis);
    }
    return at;
  }

  /** The element at some coordinates. */
  static int index(Shape shape, int... at) {
    int index = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      index = index * shape.dim(axis) + at[axis];
    }
    return index;
  }

  /** For an element of {@code to}, the element of {@code from} that is broadcast to it. */
  static int broadcast(Shape from, Shape to, int index) {
    if (from.equals(to)) {
      return index;
    }
    int[] at = coordinates(to, index);
    long[] strides = Broadcasting.strides(from, to);
    long place = 0;
    for (int axis = 0; axis < at.length; axis++) {
      place += at[axis] * strides[axis];
    }
    return Math.toIntExact(place);
  }
}
