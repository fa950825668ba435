package dev.webnn4j.backend.reference;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.Operator;
import java.util.Map;

/** Transposed convolution: for each element of the result, the sum over what is added to it. */
final class ReferenceTransposedConvolution {
  private ReferenceTransposedConvolution() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(ConvTranspose2d.OPERATOR, ReferenceTransposedConvolution::convTranspose2d);
  }

  private static Tensor convTranspose2d(ReferenceCall call) {
    ConvTranspose2d.Geometry geometry = ConvTranspose2d.computable(call.node().call());
    MLInputOperandLayout layout = call.get(ConvTranspose2d.INPUT_LAYOUT);
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int[] at = Images.coordinates(layout, call.resultType().shape(), i);
          return sum(call, geometry, at)
              + call.find(ConvTranspose2d.BIAS).map(bias -> bias.real(at[1])).orElse(0.0);
        });
  }

  /**
   * What is added to one element.
   *
   * @param at batch, output channel, row and column of the result
   */
  private static double sum(ReferenceCall call, ConvTranspose2d.Geometry geometry, int[] at) {
    Tensor input = call.tensor(ConvTranspose2d.INPUT);
    Tensor filter = call.tensor(ConvTranspose2d.FILTER);
    MLConvTranspose2dFilterOperandLayout filterLayout = call.get(ConvTranspose2d.FILTER_LAYOUT);
    int channels = geometry.inputChannelsPerGroup();
    int firstChannel = at[1] / geometry.outputChannelsPerGroup() * channels;
    int[] weight = new int[4];
    weight[ConvTranspose2d.axis(filterLayout, 'O')] = at[1] % geometry.outputChannelsPerGroup();
    double sum = 0;
    for (int ky = 0; ky < geometry.height().window(); ky++) {
      for (int kx = 0; kx < geometry.width().window(); kx++) {
        int y = pixel(geometry.height(), at[2], ky);
        int x = pixel(geometry.width(), at[3], kx);
        if (y >= 0 && x >= 0) {
          weight[ConvTranspose2d.axis(filterLayout, 'H')] = ky;
          weight[ConvTranspose2d.axis(filterLayout, 'W')] = kx;
          for (int c = firstChannel; c < firstChannel + channels; c++) {
            weight[ConvTranspose2d.axis(filterLayout, 'I')] = c;
            int pixel =
                Images.index(input.shape(), call.get(ConvTranspose2d.INPUT_LAYOUT), at[0], c, y, x);
            sum += input.real(pixel) * filter.real(Places.index(filter.shape(), weight));
          }
        }
      }
    }
    return sum;
  }

  /** The pixel of the input from which a tap adds to a pixel of the result; -1 if there is none. */
  private static int pixel(ConvTranspose2d.Axis axis, int output, int tap) {
    long way = (long) output + axis.begin() - (long) tap * axis.dilation();
    boolean meets = way >= 0 && way % axis.stride() == 0 && way / axis.stride() < axis.input();
    return meets ? (int) (way / axis.stride()) : -1;
  }
}
