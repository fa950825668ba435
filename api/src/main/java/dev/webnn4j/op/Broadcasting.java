package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Optional;

/** The broadcasting rules of the specification, which are NumPy's. */
public final class Broadcasting {
  private Broadcasting() {}

  /** The shape both broadcast to: right-aligned, dimensions equal or one of them 1. */
  public static Optional<Shape> bidirectional(Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    int[] dims = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int left = i <= a.rank() ? a.dim(-i) : 1;
      int right = i <= b.rank() ? b.dim(-i) : 1;
      if (left != right && left != 1 && right != 1) {
        return Optional.empty();
      }
      dims[rank - i] = Math.max(left, right);
    }
    return Optional.of(Shape.of(dims));
  }

  /** Whether {@code from} can be repeated to fill {@code to}. */
  public static boolean unidirectional(Shape from, Shape to) {
    if (from.rank() > to.rank()) {
      return false;
    }
    for (int i = 1; i <= from.rank(); i++) {
      if (from.dim(-i) != to.dim(-i) && from.dim(-i) != 1) {
        return false;
      }
    }
    return true;
  }

  /** The output rule of element-wise operators with two operands. */
  static MLOperandDescriptor infer(Call call, OperandSlot a, OperandSlot b) {
    Shape shape =
        bidirectional(call.shape(a), call.shape(b))
            .orElseThrow(
                () ->
                    call.error(
                        "the shapes %s of %s and %s of %s cannot be broadcast to each other",
                        call.shape(a), a.name(), call.shape(b), b.name()));
    return call.type(a).withShape(shape);
  }

  /**
   * For each axis of {@code to}, how far a dense tensor of shape {@code from} moves per step: 0
   * where it is repeated.
   */
  public static long[] strides(Shape from, Shape to) {
    long[] own = from.strides();
    long[] strides = new long[to.rank()];
    int offset = to.rank() - from.rank();
    for (int i = 0; i < own.length; i++) {
      strides[offset + i] = from.dim(i) == 1 ? 0 : own[i];
    }
    return strides;
  }
}
