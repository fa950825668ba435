package dev.webnn4j;

import java.util.Arrays;
import java.util.List;

/** The dimensions of an operand, outermost first. A scalar has rank 0. Immutable. */
public final class Shape {
  /** The shape of a scalar. */
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dims;

  private Shape(int[] dims) {
    this.dims = dims;
  }

  /**
   * @throws IllegalArgumentException if a dimension is below 1
   */
  public static Shape of(int... dims) {
    for (int dim : dims) {
      if (dim < 1) {
        throw new IllegalArgumentException(
            "shape " + Arrays.toString(dims) + ": every dimension must be at least 1");
      }
    }
    return new Shape(dims.clone());
  }

  /**
   * The shape of these dimensions, which may come from a caller's arithmetic or from JavaScript.
   *
   * @throws IllegalArgumentException if a dimension is not within 1 to 2<sup>31</sup>-1
   */
  public static Shape of(List<Long> dims) {
    int[] result = new int[dims.size()];
    for (int i = 0; i < result.length; i++) {
      long dim = dims.get(i);
      if (dim < 1 || dim > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "shape " + dims + ": dimension " + i + " must be within 1 to 2147483647");
      }
      result[i] = (int) dim;
    }
    return new Shape(result);
  }

  public int rank() {
    return dims.length;
  }

  /**
   * The size of one dimension.
   *
   * @param axis counted from 0; a negative axis counts from the end
   */
  public int dim(int axis) {
    return dims[axis < 0 ? axis + dims.length : axis];
  }

  /** A copy of the dimensions. */
  public int[] dims() {
    return dims.clone();
  }

  /** The dimensions as a list, as the specification's attributes and JSON want them. */
  public List<Long> toList() {
    return Arrays.stream(dims).mapToObj(dim -> (long) dim).toList();
  }

  /**
   * The product of the dimensions; 1 for a scalar.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  public long elementCount() {
    return elementCount(0, dims.length);
  }

  /** The product of the dimensions from {@code from} (inclusive) to {@code to} (exclusive). */
  public long elementCount(int from, int to) {
    long count = 1;
    for (int i = from; i < to; i++) {
      count = Math.multiplyExact(count, (long) dims[i]);
    }
    return count;
  }

  /** The same shape with one dimension changed. */
  public Shape with(int axis, int size) {
    int[] changed = dims.clone();
    changed[axis] = size;
    return of(changed);
  }

  /** How many elements lie between neighbours along each axis of a dense row-major tensor. */
  public long[] strides() {
    long[] strides = new long[dims.length];
    long stride = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= dims[i];
    }
    return strides;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  @Override
  public String toString() {
    return Arrays.toString(dims);
  }
}
