package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;

/**
 * The planes of an image that windows slide over: one for each channel, or one for each image whose
 * channels lie side by side.
 *
 * @param planes how many there are
 * @param channels the numbers of one pixel of a plane
 */
record PoolingPlanes(Window2d window, long planes, int channels) {
  static PoolingPlanes of(Node node, Pooling function) {
    Shape shape = node.operand(function.input()).shape();
    Window2d window = Pool2d.window(node.call(), function.input());
    return node.get(Pool2d.LAYOUT) == MLInputOperandLayout.NCHW
        ? new PoolingPlanes(window, shape.elementCount(0, 2), 1)
        : new PoolingPlanes(window, shape.dim(0), shape.dim(3));
  }

  long outputRows() {
    return planes * window.height().output();
  }

  int inputRowSize() {
    return Math.multiplyExact(window.width().input(), channels);
  }

  int outputRowSize() {
    return Math.multiplyExact(window.width().output(), channels);
  }

  /** Where a row of the plane begins that an output row belongs to. */
  long inputRow(int outputRow, int y) {
    long plane = outputRow / window.height().output();
    return (plane * window.height().input() + y) * inputRowSize();
  }

  /** How many columns of an output column's window are pixels. */
  int columnsInside(int x) {
    return window.width().endTap(x) - window.width().firstTap(x);
  }

  /** The first tap of a row that meets a pixel in any window. */
  int firstTap() {
    return window.width().firstTap(window.width().output() - 1);
  }

  /** The tap behind the last that does. */
  int endTap() {
    return window.width().endTap(0);
  }
}
