package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperand;
import org.openjdk.jmh.annotations.Param;

/**
 * Convolution and its bias: with windows of one pixel, which is a product of matrices, and of nine,
 * as in the stem of DeepLabV3 and in SqueezeNet.
 */
public class ConvolutionBenchmark extends OperatorBenchmark {
  /** Height and width, channels, filters, height and width of the window, stride. */
  @Param({
    "129x16x96x1x1",
    "65x24x144x1x1",
    "33x32x192x1x1",
    "33x64x384x1x1",
    "33x384x64x1x1",
    "33x96x576x1x1",
    "33x960x320x1x1",
    "65x960x320x1x1",
    "257x3x32x3x2",
    "513x3x32x3x2",
    "55x16x64x3x1",
    "27x32x128x3x1",
    "13x64x256x3x1"
  })
  public String shape;

  /** For JMH. */
  public ConvolutionBenchmark() {}

  @Override
  MLOperand build(MLGraphBuilder builder) {
    int[] sizes = sizes(shape);
    int window = sizes[3];
    int padding = window / 2;
    int stride = sizes[4];
    return builder.conv2d(
        input(builder, "x", 1, sizes[0], sizes[0], sizes[1]),
        constant(builder, sizes[2], window, window, sizes[1]),
        options ->
            options
                .inputLayout(MLInputOperandLayout.NHWC)
                .filterLayout(MLConv2dFilterOperandLayout.OHWI)
                .padding(padding, padding, padding, padding)
                .strides(stride, stride)
                .bias(constant(builder, sizes[2])));
  }
}
