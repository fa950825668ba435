package dev.webnn4j.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks of single operators run, on small shapes; and JMH knows all of them. */
class OperatorBenchmarksTest {
  private static void run(OperatorBenchmark benchmark) {
    benchmark.threads = 1;
    benchmark.prepare();
    benchmark.dispatch();
    benchmark.free();
  }

  private static ConvolutionBenchmark convolution(String shape) {
    ConvolutionBenchmark benchmark = new ConvolutionBenchmark();
    benchmark.shape = shape;
    return benchmark;
  }

  private static DepthwiseBenchmark depthwise() {
    DepthwiseBenchmark benchmark = new DepthwiseBenchmark();
    benchmark.shape = "7x4x1x2";
    return benchmark;
  }

  private static MatmulBenchmark matmul() {
    MatmulBenchmark benchmark = new MatmulBenchmark();
    benchmark.shape = "2x3x4x5";
    return benchmark;
  }

  private static ResampleBenchmark resample() {
    ResampleBenchmark benchmark = new ResampleBenchmark();
    benchmark.shape = "3x9x2";
    return benchmark;
  }

  private static SoftmaxBenchmark softmax() {
    SoftmaxBenchmark benchmark = new SoftmaxBenchmark();
    benchmark.shape = "3x9";
    return benchmark;
  }

  private static Stream<OperatorBenchmark> all() {
    return Stream.of(
        convolution("5x3x4x1x1"),
        convolution("5x3x4x3x2"),
        depthwise(),
        matmul(),
        resample(),
        softmax());
  }

  @Test
  void eachRuns() {
    all().forEach(OperatorBenchmarksTest::run);
  }

  @Test
  void jmhKnowsAll() {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    Set<String> known =
        BenchmarkList.defaultList().getAll(silent, List.of()).stream()
            .map(BenchmarkListEntry::getUserClassQName)
            .collect(Collectors.toSet());
    assertEquals(
        all().map(benchmark -> benchmark.getClass().getName()).collect(Collectors.toSet()), known);
  }
}
