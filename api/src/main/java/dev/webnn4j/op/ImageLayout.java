package dev.webnn4j.op;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.Shape;

/** Where an image tensor of rank 4 keeps its dimensions. */
public final class ImageLayout {
  private ImageLayout() {}

  public static int channelAxis(MLInputOperandLayout layout) {
    return layout == MLInputOperandLayout.NCHW ? 1 : 3;
  }

  public static int heightAxis(MLInputOperandLayout layout) {
    return layout == MLInputOperandLayout.NCHW ? 2 : 1;
  }

  public static int widthAxis(MLInputOperandLayout layout) {
    return heightAxis(layout) + 1;
  }

  /** Height and width. */
  public static int[] spatial(Shape shape, MLInputOperandLayout layout) {
    return new int[] {shape.dim(heightAxis(layout)), shape.dim(widthAxis(layout))};
  }

  public static Shape shape(
      MLInputOperandLayout layout, int batch, int channels, int height, int width) {
    return layout == MLInputOperandLayout.NCHW
        ? Shape.of(batch, channels, height, width)
        : Shape.of(batch, height, width, channels);
  }
}
