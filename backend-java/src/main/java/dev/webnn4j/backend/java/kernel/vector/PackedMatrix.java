package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.TransposedCopy;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.VectorMask;

/**
 * The right-hand matrix of a product, laid out as the tiles read it: panels of up to {@link
 * Lanes#TILE_VECTORS} vectors of columns, each a row of biases and then the rows of the matrix.
 * Columns are padded with zeros to whole vectors.
 */
final class PackedMatrix {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  /** Floats that are scaled at once. */
  private static final int BLOCK = 4096;

  private final MemorySegment memory;
  private final int rows;
  private final int columns;

  private PackedMatrix(MemorySegment memory, int rows, int columns) {
    this.memory = memory;
    this.rows = rows;
    this.columns = columns;
  }

  /** Room for a matrix, all zeros. */
  static PackedMatrix allocate(KernelContext context, int rows, int columns) {
    long vectors = Math.ceilDiv(columns, Lanes.LENGTH);
    return new PackedMatrix(context.allocate(vectors * Lanes.BYTES * (rows + 1L)), rows, columns);
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int panels() {
    return Math.ceilDiv(columns, panelColumns());
  }

  private static int panelColumns() {
    return Lanes.TILE_VECTORS * Lanes.LENGTH;
  }

  /** The first column of a panel. */
  int firstColumn(int panel) {
    return panel * panelColumns();
  }

  /** The vectors a panel is wide; the last panel may be narrower. */
  int vectors(int panel) {
    int left = columns - firstColumn(panel);
    return Math.min(Lanes.TILE_VECTORS, Math.ceilDiv(left, Lanes.LENGTH));
  }

  /** The columns of a panel that are not padding. */
  int width(int panel) {
    return Math.min(panelColumns(), columns - firstColumn(panel));
  }

  /** Where a panel begins, with its row of biases. */
  long address(int panel) {
    return memory.address() + 4L * firstColumn(panel) * (rows + 1L);
  }

  /** Sets the bias of a column. */
  void setBias(int column, float value) {
    Lanes.put(elementAddress(-1, column), value);
  }

  private long elementAddress(int row, int column) {
    int panel = column / panelColumns();
    long panelWidth = (long) vectors(panel) * Lanes.LENGTH;
    return address(panel) + 4 * ((row + 1) * panelWidth + column - firstColumn(panel));
  }

  /**
   * Fills the columns of a panel from a matrix in memory.
   *
   * @param rowStep bytes from a row of the matrix to the next
   * @param columnStep bytes from a column to the next; one of both is that of neighbours
   * @param own scratch, as much as a {@link Transposition} needs
   */
  void pack(int panel, long matrix, long rowStep, long columnStep, float scale, long own) {
    int first = firstColumn(panel);
    int width = width(panel);
    long panelBytes = (long) vectors(panel) * Lanes.BYTES;
    long target = address(panel) + panelBytes;
    long source = matrix + first * columnStep;
    if (columnStep == 4) {
      for (int row = 0; row < rows; row++) {
        scale(source + row * rowStep, scale, target + row * panelBytes, width);
      }
      return;
    }
    for (int row = 0; row < rows; row += Lanes.LENGTH) {
      int count = Math.min(Lanes.LENGTH, rows - row);
      long to = target + row * panelBytes;
      Transposition.rows(source + 4L * row, columnStep, to, panelBytes, count, width, own);
    }
    if (scale != 1) {
      scale(target, scale, target, Math.toIntExact(rows * panelBytes / 4));
    }
  }

  /**
   * Fills all columns from a constant. What runs but once is interpreted, and then vectors take
   * thousands of times as long as floats do; so floats go through arrays.
   *
   * @param rowStep bytes from a row of the matrix to the next
   * @param columnStep bytes from a column to the next; the elements are dense either way
   */
  void packOnce(long matrix, long rowStep, long columnStep, float scale) {
    for (int panel = 0; panel < panels(); panel++) {
      long panelBytes = (long) vectors(panel) * Lanes.BYTES;
      long source = matrix + firstColumn(panel) * columnStep;
      long target = address(panel) + panelBytes;
      if (columnStep == 4) {
        for (int row = 0; row < rows; row++) {
          copy(source + row * rowStep, target + row * panelBytes, width(panel));
        }
      } else {
        new TransposedCopy(width(panel), rows)
            .copy(Lanes.EVERYTHING, source / 4, Lanes.EVERYTHING, target / 4, panelBytes / 4);
      }
      if (scale != 1) {
        scaleOnce(target, scale, rows * panelBytes);
      }
    }
  }

  private static void copy(long from, long to, int floats) {
    MemorySegment.copy(Lanes.EVERYTHING, from, Lanes.EVERYTHING, to, 4L * floats);
  }

  private static void scaleOnce(long from, float scale, long bytes) {
    float[] block = new float[(int) Math.min(bytes / 4, BLOCK)];
    for (long at = from; at < from + bytes; at += 4L * BLOCK) {
      int count = (int) Math.min(BLOCK, (from + bytes - at) / 4);
      MemorySegment.copy(Lanes.EVERYTHING, FLOAT, at, block, 0, count);
      for (int i = 0; i < count; i++) {
        block[i] *= scale;
      }
      MemorySegment.copy(block, 0, Lanes.EVERYTHING, FLOAT, at, count);
    }
  }

  private static void scale(long from, float scale, long to, int count) {
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      Lanes.store(Lanes.load(from + 4L * i).mul(scale), to + 4L * i);
    }
    if (i < count) {
      VectorMask<Float> rest = Lanes.first(count - i);
      Lanes.store(Lanes.load(from + 4L * i, rest).mul(scale), to + 4L * i, rest);
    }
  }
}
