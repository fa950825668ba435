package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.op.Conv2d;
import java.lang.foreign.MemorySegment;

/** The weights of a convolution in one order, whatever theirs was: [O, I, H, W]. */
final class ConvolutionFilter {
  private final MLConv2dFilterOperandLayout layout;
  private final int[] sizes;
  private final float[] raw;
  private final float[] weights;

  ConvolutionFilter(Conv2d.Geometry geometry, MLConv2dFilterOperandLayout layout) {
    this.layout = layout;
    sizes =
        new int[] {
          geometry.outputChannels(),
          geometry.inputChannelsPerGroup(),
          geometry.window().height().window(),
          geometry.window().width().window()
        };
    weights = new float[sizes[0] * sizes[1] * sizes[2] * sizes[3]];
    raw = layout == MLConv2dFilterOperandLayout.OIHW ? weights : new float[weights.length];
  }

  float[] weights() {
    return weights;
  }

  /** Where the weights of an output channel begin. */
  int first(int outputChannel) {
    return outputChannel * sizes[1] * sizes[2] * sizes[3];
  }

  void load(Floats floats, MemorySegment source) {
    floats.load(source, 0, raw, 0, raw.length);
    if (layout == MLConv2dFilterOperandLayout.OIHW) {
      return;
    }
    int strideO = stride('O');
    int strideI = stride('I');
    int strideH = stride('H');
    int strideW = stride('W');
    int to = 0;
    for (int o = 0; o < sizes[0]; o++) {
      for (int i = 0; i < sizes[1]; i++) {
        for (int h = 0; h < sizes[2]; h++) {
          for (int w = 0; w < sizes[3]; w++) {
            weights[to++] = raw[o * strideO + i * strideI + h * strideH + w * strideW];
          }
        }
      }
    }
  }

  /** How far neighbours along a dimension lie apart. */
  private int stride(char dimension) {
    int stride = 1;
    for (int axis = 3; axis > Conv2d.axis(layout, dimension); axis--) {
      stride *= sizes["OIHW".indexOf(layout.name().charAt(axis))];
    }
    return stride;
  }
}
