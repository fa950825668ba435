package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pad;
import java.lang.foreign.MemorySegment;

/**
 * Padding, a row of the last padded axis at a time. What lies behind that axis moves in one piece,
 * a unit; what the input has of a row is one block.
 */
final class PadKernel extends RowKernel {
  /** The axes before that of the rows, by their sizes in the input. */
  private final int[] outer;

  private final int[] outerPadded;
  private final int[] begin;
  private final MLPaddingMode mode;
  private final Words words;
  private final MemorySegment constant;

  /** Elements of a unit. */
  private final long unit;

  /** Units of a row: before the input's, the input's, and behind them. */
  private final int rowBegin;

  private final int rowSize;
  private final int rowEnd;

  private PadKernel(Node node, KernelContext context, int axis) {
    super(
        node.result().shape().elementCount(0, axis),
        node.result().shape().elementCount(axis, node.result().shape().rank()));
    Shape shape = node.operand(Pad.INPUT).shape();
    Shape result = node.result().shape();
    MLOperandDataType type = node.result().type().dataType();
    begin = node.call().getInts(Pad.BEGINNING_PADDING);
    outer = new int[axis];
    outerPadded = new int[axis];
    for (int i = 0; i < axis; i++) {
      outer[i] = shape.dim(i);
      outerPadded[i] = result.dim(i);
    }
    unit = shape.elementCount(axis + 1, shape.rank());
    rowBegin = begin[axis];
    rowSize = shape.dim(axis);
    rowEnd = result.dim(axis) - rowBegin - rowSize;
    mode = node.get(Pad.MODE);
    words = Words.of(type);
    constant = context.allocate(words.bytes());
    if (type.isFloat()) {
      float[] value = {(float) node.get(Pad.VALUE).castTo(type).doubleValue()};
      Floats.of(type).store(value, 0, constant, 0, 1);
    } else {
      Integers.of(type).set(constant, 0, node.get(Pad.VALUE).castTo(type).longValue());
    }
  }

  static Candidate offer(Node node, KernelContext context) {
    int[] begin = node.call().getInts(Pad.BEGINNING_PADDING);
    int[] end = node.call().getInts(Pad.ENDING_PADDING);
    int axis = begin.length - 1;
    while (axis > 0 && begin[axis] == 0 && end[axis] == 0) {
      axis--;
    }
    return Candidate.accept("pad", new PadKernel(node, context, axis));
  }

  @Override
  void row(Buffers buffers, long row) {
    MemorySegment input = buffers.input(0);
    MemorySegment output = buffers.output();
    long padded = (long) rowBegin + rowSize + rowEnd;
    long to = row * padded * unit;
    long source = sourceRow(row);
    if (source < 0) {
      words.repeat(constant, 0, output, to, padded * unit);
      return;
    }
    long from = source * rowSize * unit;
    border(input, from, -rowBegin, rowBegin, output, to);
    words.gather(input, from, 1, output, to + rowBegin * unit, rowSize * unit);
    border(input, from, rowSize, rowEnd, output, to + ((long) rowBegin + rowSize) * unit);
  }

  /**
   * The row of the input that a row of the result is made of; -1 if it has nothing of the input.
   */
  private long sourceRow(long row) {
    long source = 0;
    long stride = 1;
    long rest = row;
    for (int axis = outer.length - 1; axis >= 0; axis--) {
      int place = place((int) (rest % outerPadded[axis]) - begin[axis], outer[axis]);
      if (place < 0) {
        return -1;
      }
      rest /= outerPadded[axis];
      source += place * stride;
      stride *= outer[axis];
    }
    return source;
  }

  /** Fills units on one side of a row; {@code first} is where they would lie in the input. */
  private void border(
      MemorySegment input, long from, int first, int count, MemorySegment output, long to) {
    if (mode == MLPaddingMode.CONSTANT) {
      words.repeat(constant, 0, output, to, count * unit);
      return;
    }
    for (int i = 0; i < count; i++) {
      long place = place(first + i, rowSize);
      words.gather(input, from + place * unit, 1, output, to + i * unit, unit);
    }
  }

  /** The place in an axis of the input that a place on it or beside it stands for; -1 for none. */
  private int place(int place, int size) {
    if (place >= 0 && place < size) {
      return place;
    }
    return switch (mode) {
      case CONSTANT -> -1;
      case EDGE -> place < 0 ? 0 : size - 1;
      case REFLECTION -> place < 0 ? -place : 2 * (size - 1) - place;
      case SYMMETRIC -> place < 0 ? -place - 1 : 2 * size - 1 - place;
    };
  }
}
