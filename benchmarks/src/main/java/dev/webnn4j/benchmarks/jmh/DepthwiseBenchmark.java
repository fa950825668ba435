package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperand;
import org.openjdk.jmh.annotations.Param;

/** Convolution of each channel for itself, with windows of nine pixels. */
public class DepthwiseBenchmark extends OperatorBenchmark {
  /** Height and width, channels, stride, dilation. */
  @Param({
    "129x32x1x1",
    "33x192x1x1",
    "33x576x1x1",
    "65x384x1x1",
    "129x96x2x1",
    "33x576x1x2",
    "33x960x1x4",
    "65x960x1x2"
  })
  public String shape;

  /** For JMH. */
  public DepthwiseBenchmark() {}

  @Override
  MLOperand build(MLGraphBuilder builder) {
    int[] sizes = sizes(shape);
    int dilation = sizes[3];
    return builder.conv2d(
        input(builder, "x", 1, sizes[0], sizes[0], sizes[1]),
        constant(builder, 1, 3, 3, sizes[1]),
        options ->
            options
                .inputLayout(MLInputOperandLayout.NHWC)
                .filterLayout(MLConv2dFilterOperandLayout.IHWO)
                .groups(sizes[1])
                .padding(dilation, dilation, dilation, dilation)
                .strides(sizes[2], sizes[2])
                .dilations(dilation, dilation)
                .bias(constant(builder, sizes[1])));
  }
}
