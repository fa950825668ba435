package dev.webnn4j.backend.reference;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Window2d;

/** Image tensors of either layout, seen as batch, channel, row and column. */
final class Images {
  private Images() {}

  /** Batch, channel, row and column of an element. */
  static int[] coordinates(MLInputOperandLayout layout, Shape shape, int index) {
    int[] at = Places.coordinates(shape, index);
    return layout == MLInputOperandLayout.NCHW ? at : new int[] {at[0], at[3], at[1], at[2]};
  }

  static int index(Shape shape, MLInputOperandLayout layout, int batch, int channel, int y, int x) {
    return layout == MLInputOperandLayout.NCHW
        ? Places.index(shape, batch, channel, y, x)
        : Places.index(shape, batch, y, x, channel);
  }

  /** The pixel under a tap of the window; -1 if it is padding. */
  static int pixel(Window2d.Axis axis, int output, int tap) {
    int pixel = output * axis.stride() + tap * axis.dilation() - axis.begin();
    return pixel < axis.input() ? Math.max(pixel, -1) : -1;
  }
}
