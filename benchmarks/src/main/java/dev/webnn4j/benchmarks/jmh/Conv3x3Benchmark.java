package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperand;
import org.openjdk.jmh.annotations.Param;

/** Convolution with windows of nine pixels: the stem of DeepLabV3, layers of SqueezeNet. */
public class Conv3x3Benchmark extends OperatorBenchmark {
  /** Height and width, channels, filters, stride. */
  @Param({"257x3x32x2", "513x3x32x2", "55x16x64x1", "27x32x128x1", "13x64x256x1"})
  public String shape;

  /** For JMH. */
  public Conv3x3Benchmark() {}

  @Override
  MLOperand build(MLGraphBuilder builder) {
    int[] sizes = sizes(shape);
    return builder.conv2d(
        input(builder, "x", 1, sizes[0], sizes[0], sizes[1]),
        constant(builder, sizes[2], 3, 3, sizes[1]),
        options ->
            options
                .inputLayout(MLInputOperandLayout.NHWC)
                .filterLayout(MLConv2dFilterOperandLayout.OHWI)
                .padding(1, 1, 1, 1)
                .strides(sizes[3], sizes[3])
                .bias(constant(builder, sizes[2])));
  }
}
