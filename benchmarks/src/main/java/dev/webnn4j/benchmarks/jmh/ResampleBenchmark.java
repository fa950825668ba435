package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperand;
import org.openjdk.jmh.annotations.Param;

/** Linear resizing of channels-last images, corner to corner: the last step before labels. */
public class ResampleBenchmark extends OperatorBenchmark {
  /** Height and width before, after, channels. */
  @Param({"33x257x21", "65x513x21"})
  public String shape;

  /** For JMH. */
  public ResampleBenchmark() {}

  @Override
  MLOperand build(MLGraphBuilder builder) {
    int[] sizes = sizes(shape);
    return builder.resample2d(
        input(builder, "x", 1, sizes[0], sizes[0], sizes[2]),
        options ->
            options
                .mode(MLInterpolationMode.LINEAR)
                .sizes(sizes[1], sizes[1])
                .axes(1, 2)
                .coordinateTransformation(MLCoordinateTransformation.ALIGN_CORNERS));
  }
}
