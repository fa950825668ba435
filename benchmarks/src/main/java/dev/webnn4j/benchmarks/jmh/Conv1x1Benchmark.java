package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperand;
import org.openjdk.jmh.annotations.Param;

/** Convolution with windows of one pixel, which is a product of matrices, and its bias. */
public class Conv1x1Benchmark extends OperatorBenchmark {
  /** Height and width, channels, filters. */
  @Param({
    "129x16x96",
    "65x24x144",
    "33x32x192",
    "33x64x384",
    "33x384x64",
    "33x96x576",
    "33x960x320",
    "65x960x320"
  })
  public String shape;

  /** For JMH. */
  public Conv1x1Benchmark() {}

  @Override
  MLOperand build(MLGraphBuilder builder) {
    int[] sizes = sizes(shape);
    return builder.conv2d(
        input(builder, "x", 1, sizes[0], sizes[0], sizes[1]),
        constant(builder, sizes[2], 1, 1, sizes[1]),
        options ->
            options
                .inputLayout(MLInputOperandLayout.NHWC)
                .filterLayout(MLConv2dFilterOperandLayout.OHWI)
                .bias(constant(builder, sizes[2])));
  }
}
