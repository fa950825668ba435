package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Indices;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The slices of a tensor that rows of coordinates name. */
final class SlicePlaces {
  private final Integers integers;

  /** The sizes of the axes that the coordinates are for. */
  private final int[] sizes;

  private final long sliceSize;
  private final long rows;

  SlicePlaces(Shape shape, Value indices) {
    integers = Integers.of(indices.type().dataType());
    sizes = Arrays.copyOf(shape.dims(), indices.shape().dim(-1));
    sliceSize = shape.elementCount(sizes.length, shape.rank());
    rows = indices.shape().elementCount() / sizes.length;
  }

  /** How many rows of coordinates there are. */
  long rows() {
    return rows;
  }

  /** The elements of a slice. */
  long sliceSize() {
    return sliceSize;
  }

  /** The first element of the slice that a row of coordinates names. */
  long of(MemorySegment indices, long row) {
    long place = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      long coordinate = integers.get(indices, row * sizes.length + axis);
      place = place * sizes[axis] + Indices.place(coordinate, sizes[axis]);
    }
    return place * sliceSize;
  }
}
