package dev.webnn4j.benchmarks.jmh;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One operator in a graph of its own, through the public API: what is measured is a dispatch until
 * its result is there. A subclass says which operator and which shapes; they are those of {@code
 * kernels.md}, most of them of DeepLabV3 at 257 and 513.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--sun-misc-unsafe-memory-access=allow",
      "--enable-native-access=ALL-UNNAMED",
      "-XX:+UseSerialGC"
    })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class OperatorBenchmark {
  private static final long SEED = 1;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  /** How many threads the engine computes with. */
  @Param("1")
  public int threads;

  private MLContext context;
  private MLGraph graph;
  private Map<String, MLTensor> inputs;
  private Map<String, MLTensor> outputs;

  /** For subclasses. */
  protected OperatorBenchmark() {}

  /** Makes the operator's call. */
  abstract MLOperand build(MLGraphBuilder builder);

  /** Compiles the graph and fills its inputs. */
  @Setup
  @SuppressWarnings("MustBeClosedChecker") // Closed when the benchmark is torn down.
  public void prepare() {
    context = ML.createContext(MLContextOptions.DEFAULT.threads(threads));
    MLGraphBuilder builder = new MLGraphBuilder(context);
    graph = builder.build(Map.of("result", build(builder)));
    inputs = new LinkedHashMap<>();
    graph
        .inputs()
        .forEach(
            (name, type) -> {
              MLTensor tensor = context.createTensor(MLTensorDescriptor.of(type).asWritable());
              context.writeTensor(tensor, numbers(type));
              inputs.put(name, tensor);
            });
    MLOperandDescriptor result = graph.outputs().firstEntry().getValue();
    outputs = Map.of("result", context.createTensor(MLTensorDescriptor.of(result).asReadable()));
  }

  /** Frees all; fails if the last dispatch did. */
  @TearDown
  public void free() {
    outputs.values().forEach(context::readTensor);
    context.close();
  }

  /** A dispatch, until its result is there. */
  @Benchmark
  public void dispatch() {
    context.dispatch(graph, inputs, outputs);
    context.finish();
  }

  /** An input of float32. */
  final MLOperand input(MLGraphBuilder builder, String name, int... shape) {
    return builder.input(name, MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape));
  }

  /** A constant of float32. */
  final MLOperand constant(MLGraphBuilder builder, int... shape) {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
    return builder.constant(type, numbers(type));
  }

  private MemorySegment numbers(MLOperandDescriptor type) {
    MemorySegment numbers = MemorySegment.ofArray(new float[Math.toIntExact(type.elementCount())]);
    for (long i = 0; i < type.elementCount(); i++) {
      numbers.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i, random.nextFloat(-1, 1));
    }
    return numbers;
  }

  /** The numbers of a parameter, which JMH knows as one word. */
  static int[] sizes(String parameter) {
    return Arrays.stream(parameter.split("x")).mapToInt(Integer::parseInt).toArray();
  }
}
