package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.graph.Value;
import java.util.List;

/**
 * Tensors that lie side by side along an axis of a whole. At each combination of the axes before
 * it, a row of the whole, each piece is one run of bytes. A part of the work are some rows of a
 * piece.
 */
final class Pieces {
  private static final long BYTES_OF_PART = 1 << 16;

  private final long rows;
  private final long rowBytes;
  private final long rowsOfPart;
  private final long[] bytes;
  private final long[] offsets;

  Pieces(Shape whole, int axis, List<Value> pieces) {
    bytes = new long[pieces.size()];
    offsets = new long[pieces.size()];
    long offset = 0;
    for (int i = 0; i < bytes.length; i++) {
      Shape shape = pieces.get(i).shape();
      long width = pieces.get(i).type().dataType().bits() / Byte.SIZE;
      bytes[i] = shape.elementCount(axis, shape.rank()) * width;
      offsets[i] = offset;
      offset += bytes[i];
    }
    rows = whole.elementCount(0, axis);
    rowBytes = offset;
    rowsOfPart = Math.ceilDiv(BYTES_OF_PART * bytes.length, rowBytes);
  }

  long parts() {
    return Math.ceilDiv(rows, rowsOfPart) * bytes.length;
  }

  /** The piece that a part of the work is on. */
  int piece(int part) {
    return part % bytes.length;
  }

  long firstRow(int part) {
    return part / bytes.length * rowsOfPart;
  }

  long endRow(int part) {
    return Math.min(rows, firstRow(part) + rowsOfPart);
  }

  /** The bytes of one row of a piece. */
  long bytes(int piece) {
    return bytes[piece];
  }

  /** Where a row of a piece lies in the whole. */
  long offset(int piece, long row) {
    return row * rowBytes + offsets[piece];
  }
}
