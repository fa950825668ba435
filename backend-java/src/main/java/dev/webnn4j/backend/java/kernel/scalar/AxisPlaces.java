package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Indices;
import java.lang.foreign.MemorySegment;

/** The elements of a tensor that indices stand for: their own coordinates, but for one axis. */
final class AxisPlaces {
  private final Integers integers;

  /** Elements of the tensor along the axis. */
  private final int size;

  /** The product of the axes behind it, which the indices share. */
  private final long inner;

  /** Indices for each combination of the axes before it. */
  private final long block;

  AxisPlaces(Shape shape, int axis, Value indices) {
    integers = Integers.of(indices.type().dataType());
    size = shape.dim(axis);
    inner = shape.elementCount(axis + 1, shape.rank());
    block = indices.shape().elementCount(axis, shape.rank());
  }

  /** Indices that share no element with others: those from one multiple of this to the next. */
  long block() {
    return block;
  }

  /** The element that the {@code at}-th index stands for. */
  long of(MemorySegment indices, long at) {
    int place = Indices.place(integers.get(indices, at), size);
    return (at / block * size + place) * inner + at % inner;
  }
}
