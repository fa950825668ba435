package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.Shape;
import dev.webnn4j.op.Broadcasting;
import jdk.incubator.vector.VectorMask;

/**
 * What is added to a product of matrices: a matrix that broadcasts to it, times a factor.
 *
 * @param rowStep bytes from a row to the next; 0 if it is repeated
 * @param columnsMove whether columns differ
 */
record Addend(long rowStep, boolean columnsMove, float factor) {

  static Addend of(Shape shape, Shape product, float factor) {
    long[] strides = Broadcasting.strides(shape, product);
    return new Addend(4 * strides[0], strides[1] != 0, factor);
  }

  /** Where what belongs to an element of the product is. */
  long address(long addend, long row, long column) {
    return addend + row * rowStep + (columnsMove ? 4 * column : 0);
  }

  /**
   * Adds to some rows.
   *
   * @param addend what belongs to the first element
   * @param to the first element
   * @param step bytes from a row of the product to the next
   */
  void add(long addend, long to, long step, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      long from = addend + row * rowStep;
      if (columnsMove) {
        addRow(from, to + row * step, columns, factor);
      } else {
        addNumber(Lanes.get(from) * factor, to + row * step, columns);
      }
    }
  }

  private static void addRow(long from, long to, int count, float factor) {
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      long at = 4L * i;
      Lanes.store(Lanes.load(from + at).mul(factor).add(Lanes.load(to + at)), to + at);
    }
    if (i < count) {
      long at = 4L * i;
      VectorMask<Float> rest = Lanes.first(count - i);
      Lanes.store(
          Lanes.load(from + at, rest).mul(factor).add(Lanes.load(to + at, rest)), to + at, rest);
    }
  }

  private static void addNumber(float number, long to, int count) {
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      long at = to + 4L * i;
      Lanes.store(Lanes.load(at).add(number), at);
    }
    if (i < count) {
      long at = to + 4L * i;
      VectorMask<Float> rest = Lanes.first(count - i);
      Lanes.store(Lanes.load(at, rest).add(number), at, rest);
    }
  }
}
