package dev.webnn4j.backend.reference;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Window2d;
import java.util.Map;

/** Convolutions: for each element of the result, the sum over its window. */
public final class ReferenceConvolution {
  private ReferenceConvolution() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(
        Conv2d.OPERATOR, ReferenceConvolution::conv2d,
        GroupConv2d.OPERATOR, ReferenceConvolution::groupConv2d,
        Convolution.OPERATOR, ReferenceConvolution::convolution);
  }

  /** A weight of a filter, whatever its layout. */
  @FunctionalInterface
  public interface Filter {
    /**
     * @param channel of the input channels of one group
     */
    double at(int outputChannel, int channel, int y, int x);
  }

  private static Tensor conv2d(ReferenceCall call) {
    Tensor filter = call.tensor(Conv2d.FILTER);
    MLConv2dFilterOperandLayout layout = call.get(Conv2d.FILTER_LAYOUT);
    Filter weights =
        (o, c, y, x) -> {
          int[] at = new int[4];
          at[Conv2d.axis(layout, 'O')] = o;
          at[Conv2d.axis(layout, 'I')] = c;
          at[Conv2d.axis(layout, 'H')] = y;
          at[Conv2d.axis(layout, 'W')] = x;
          return filter.real(Places.index(filter.shape(), at));
        };
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int[] at =
              Images.coordinates(call.get(Conv2d.INPUT_LAYOUT), call.resultType().shape(), i);
          double sum =
              convolve(
                  call.tensor(Conv2d.INPUT),
                  call.get(Conv2d.INPUT_LAYOUT),
                  weights,
                  Conv2d.geometry(call.node().call()),
                  at);
          return sum + call.find(Conv2d.BIAS).map(bias -> bias.real(at[1])).orElse(0.0);
        });
  }

  private static Tensor groupConv2d(ReferenceCall call) {
    Tensor filter = call.tensor(GroupConv2d.FILTER);
    int outputsPerGroup = filter.shape().dim(1);
    Filter weights =
        (o, c, y, x) ->
            filter.real(
                Places.index(filter.shape(), o / outputsPerGroup, o % outputsPerGroup, c, y, x));
    return Tensor.ofReals(
        call.resultType(),
        i ->
            convolve(
                call.tensor(GroupConv2d.INPUT),
                MLInputOperandLayout.NCHW,
                weights,
                GroupConv2d.geometry(call.node().call()),
                Images.coordinates(MLInputOperandLayout.NCHW, call.resultType().shape(), i)));
  }

  /** The Java engine's own convolution, so that its passes can be checked by computing. */
  private static Tensor convolution(ReferenceCall call) {
    Tensor filter = call.tensor(Convolution.FILTER);
    Filter weights = (o, c, y, x) -> filter.real(Places.index(filter.shape(), o, y, x, c));
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int[] at = Images.coordinates(MLInputOperandLayout.NHWC, call.resultType().shape(), i);
          double sum =
              convolve(
                  call.tensor(Convolution.INPUT),
                  call.get(Convolution.INPUT_LAYOUT),
                  weights,
                  Convolution.geometry(call.node()),
                  at);
          sum += call.find(Convolution.BIAS).map(bias -> bias.real(at[1])).orElse(0.0);
          sum += call.find(Convolution.RESIDUAL).map(residual -> residual.real(i)).orElse(0.0);
          return Math.min(Math.max(sum, call.get(Convolution.MIN)), call.get(Convolution.MAX));
        });
  }

  /**
   * The sum of one window, without bias.
   *
   * @param at batch, output channel, row and column of the result
   */
  public static double convolve(
      Tensor input,
      MLInputOperandLayout layout,
      Filter filter,
      Conv2d.Geometry geometry,
      int[] at) {
    Window2d window = geometry.window();
    int channels = geometry.inputChannelsPerGroup();
    int group = at[1] / geometry.outputChannelsPerGroup();
    double sum = 0;
    for (int ky = 0; ky < window.height().window(); ky++) {
      for (int kx = 0; kx < window.width().window(); kx++) {
        int y = Images.pixel(window.height(), at[2], ky);
        int x = Images.pixel(window.width(), at[3], kx);
        if (y >= 0 && x >= 0) {
          for (int c = 0; c < channels; c++) {
            double pixel =
                input.real(Images.index(input.shape(), layout, at[0], group * channels + c, y, x));
            sum += pixel * filter.at(at[1], c, ky, kx);
          }
        }
      }
    }
    return sum;
  }
}
