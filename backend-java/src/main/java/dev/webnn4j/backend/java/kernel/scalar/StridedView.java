package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.TransposedCopy;
import dev.webnn4j.op.Broadcasting;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A tensor read in the order of another shape: broadcast, transposed, thinned out or backwards.
 * Axes that can be walked as one are joined, so that what is dense is read in long rows.
 */
final class StridedView {
  private final long[] sizes;
  private final long[] strides;
  private final long rowSize;
  private final long rowStep;

  /**
   * @param shape in whose order the tensor is read
   * @param axisStrides how far each step along an axis of the shape goes in the tensor; may be
   *     negative
   */
  StridedView(Shape shape, long[] axisStrides) {
    long[] joinedSizes = new long[shape.rank() + 1];
    long[] joinedStrides = new long[shape.rank() + 1];
    joinedSizes[0] = 1;
    int last = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (shape.dim(axis) == 1) {
        continue;
      }
      boolean joins =
          joinedSizes[last] == 1 || joinedStrides[last] == axisStrides[axis] * shape.dim(axis);
      last += joins ? 0 : 1;
      joinedSizes[last] = joins ? joinedSizes[last] * shape.dim(axis) : shape.dim(axis);
      joinedStrides[last] = axisStrides[axis];
    }
    rowSize = joinedSizes[last];
    rowStep = joinedStrides[last];
    sizes = Arrays.copyOf(joinedSizes, last);
    strides = Arrays.copyOf(joinedStrides, last);
  }

  static StridedView broadcast(Shape from, Shape to) {
    return new StridedView(to, Broadcasting.strides(from, to));
  }

  long rowSize() {
    return rowSize;
  }

  /** The distance of neighbours in a row; 0 if one element is repeated. */
  long rowStep() {
    return rowStep;
  }

  /** Where a row begins. */
  long row(long row) {
    long place = 0;
    long rest = row;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      place += rest % sizes[axis] * strides[axis];
      rest /= sizes[axis];
    }
    return place;
  }

  /** Where the {@code index}-th element in the order of the shape lies. */
  long place(long index) {
    long row = index / rowSize;
    return row(row) + (index - row * rowSize) * rowStep;
  }

  /** How many elements from the {@code index}-th on lie in one row, at most {@code limit}. */
  long run(long index, long limit) {
    return Math.min(limit, rowSize - index % rowSize);
  }

  /** Reads some elements, the first of which is the {@code index}-th in the order of the shape. */
  void load(Floats floats, MemorySegment source, long index, float[] target, int count) {
    for (int done = 0, run; done < count; done += run) {
      run = (int) run(index + done, count - done);
      long from = place(index + done);
      if (rowStep == 1) {
        floats.load(source, from, target, done, run);
      } else if (rowStep == 0) {
        floats.load(source, from, target, done, 1);
        Arrays.fill(target, done + 1, done + run, target[done]);
      } else {
        floats.load(source, from, rowStep, target, done, run);
      }
    }
  }

  /** The same for integers. */
  void load(Integers integers, MemorySegment source, long index, long[] target, int count) {
    for (int done = 0, run; done < count; done += run) {
      run = (int) run(index + done, count - done);
      integers.load(source, place(index + done), rowStep, target, done, run);
    }
  }

  /**
   * How many elements are a dense matrix in the tensor whose columns this shape has as its rows; 1
   * if there is no such matrix, and no more than fit an int.
   */
  int planeSize() {
    int last = sizes.length - 1;
    boolean turned = last >= 0 && strides[last] == 1 && rowStep == sizes[last];
    return turned && sizes[last] <= Integer.MAX_VALUE / rowSize
        ? Math.toIntExact(sizes[last] * rowSize)
        : 1;
  }

  /** Prepares copies of such matrices. */
  TransposedCopy planes() {
    return new TransposedCopy((int) rowSize, (int) rowStep);
  }

  /**
   * Copies whole matrices to the same places of a dense tensor of the shape.
   *
   * @param origin where the first element of the shape lies in the source
   * @param index the first element of the first matrix, in the order of the shape
   * @param count how many elements
   */
  void copy(
      TransposedCopy planes,
      MemorySegment source,
      long origin,
      MemorySegment target,
      long index,
      long count) {
    for (long at = index; at < index + count; at += planeSize()) {
      planes.copy(source, origin + place(at), target, at, rowSize);
    }
  }

  /**
   * Copies some elements, the first of which is the {@code index}-th in the order of the shape, to
   * the same places of a dense tensor of the shape.
   *
   * @param origin where the first element of the shape lies in the source
   */
  void copy(
      Words words,
      MemorySegment source,
      long origin,
      MemorySegment target,
      long index,
      long count) {
    long done = 0;
    while (done < count) {
      long row = (index + done) / rowSize;
      long column = (index + done) - row * rowSize;
      long run = Math.min(count - done, rowSize - column);
      long from = origin + row(row) + column * rowStep;
      words.gather(source, from, rowStep, target, index + done, run);
      done += run;
    }
  }
}
