package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import org.openjdk.jmh.annotations.Param;

/** Softmax along the last axis: of classes, and of attention. */
public class SoftmaxBenchmark extends OperatorBenchmark {
  /** Rows, elements of a row. */
  @Param({"1x1000", "64x1000", "1536x128"})
  public String shape;

  /** For JMH. */
  public SoftmaxBenchmark() {}

  @Override
  MLOperand build(MLGraphBuilder builder) {
    return builder.softmax(input(builder, "x", sizes(shape)), 1);
  }
}
