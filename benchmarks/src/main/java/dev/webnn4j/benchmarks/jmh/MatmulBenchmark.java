package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import org.openjdk.jmh.annotations.Param;

/** Products of matrices, both of them given at each dispatch. */
public class MatmulBenchmark extends OperatorBenchmark {
  /** Batch, rows, depth, columns. */
  @Param({"1x1024x1024x1024", "1x128x768x768", "12x128x64x128", "1x1x1280x1000"})
  public String shape;

  /** For JMH. */
  public MatmulBenchmark() {}

  @Override
  MLOperand build(MLGraphBuilder builder) {
    int[] sizes = sizes(shape);
    return builder.matmul(
        input(builder, "a", sizes[0], sizes[1], sizes[2]),
        input(builder, "b", sizes[0], sizes[2], sizes[3]));
  }
}
