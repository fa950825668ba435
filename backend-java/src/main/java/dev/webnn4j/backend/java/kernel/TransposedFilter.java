package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ConvTranspose2d;

/** Where the weights of a transposed convolution stand in its filter, whatever its layout. */
public final class TransposedFilter {
  private final int inputsPerGroup;
  private final int outputsPerGroup;
  private final long inputStride;
  private final long outputStride;
  private final long rowStride;
  private final long columnStride;

  /** The filter of a node of {@link ConvTranspose2d}. */
  public TransposedFilter(Node node) {
    ConvTranspose2d.Geometry geometry = ConvTranspose2d.computable(node.call());
    inputsPerGroup = geometry.inputChannelsPerGroup();
    outputsPerGroup = geometry.outputChannelsPerGroup();
    MLConvTranspose2dFilterOperandLayout layout = node.get(ConvTranspose2d.FILTER_LAYOUT);
    Shape shape = node.operand(ConvTranspose2d.FILTER).shape();
    long[] strides = shape.strides();
    inputStride = strides[ConvTranspose2d.axis(layout, 'I')];
    outputStride = strides[ConvTranspose2d.axis(layout, 'O')];
    rowStride = strides[ConvTranspose2d.axis(layout, 'H')];
    columnStride = strides[ConvTranspose2d.axis(layout, 'W')];
  }

  /**
   * Where a weight stands.
   *
   * @param output the output channel, of those of all groups
   * @param input the input channel, of those of its group
   */
  public long place(int output, int input, int row, int column) {
    int group = output / outputsPerGroup;
    return (group * (long) inputsPerGroup + input) * inputStride
        + output % outputsPerGroup * outputStride
        + row * rowStride
        + column * columnStride;
  }
}
