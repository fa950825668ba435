package dev.webnn4j.cli.bench;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.models.json.GraphJson;
import dev.webnn4j.spi.StepProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A compiled graph with inputs that are filled, to be run again and again. */
final class Model implements AutoCloseable {
  private final MLContext context;
  private final MLGraph graph;
  private final Description description;
  private final Map<String, MLTensor> inputs = new LinkedHashMap<>();
  private final Map<String, MLTensor> outputs = new LinkedHashMap<>();

  /**
   * What there is to say of a model before it runs.
   *
   * @param weightBytes of all constants
   * @param reading how long it took to read the files
   * @param compiling how long the engine took to compile
   */
  record Description(
      Path file,
      SequencedMap<String, MLOperandDescriptor> inputs,
      SequencedMap<String, MLOperandDescriptor> outputs,
      int nodes,
      long weightBytes,
      String engine,
      Duration reading,
      Duration compiling) {}

  private Model(MLContext context, MLGraph graph, Description description) {
    this.context = context;
    this.graph = graph;
    this.description = description;
    RandomInput random = new RandomInput();
    graph
        .inputs()
        .forEach(
            (name, type) -> {
              MLTensor tensor = context.createTensor(MLTensorDescriptor.of(type).asWritable());
              random.fill(tensor);
              inputs.put(name, tensor);
            });
    graph
        .outputs()
        .forEach(
            (name, type) ->
                outputs.put(name, context.createTensor(MLTensorDescriptor.of(type).asReadable())));
  }

  /**
   * Reads and compiles a graph.
   *
   * @param shapes of inputs that are to be others than the file's
   */
  static Model load(Path file, MLContextOptions options, Map<String, Shape> shapes)
      throws IOException {
    MLContext context = ML.createContext(options);
    try {
      long start = System.nanoTime();
      MLGraphBuilder builder = new MLGraphBuilder(context);
      SequencedMap<String, MLOperand> outputs = GraphJson.read(file, builder, shapes);
      Graph read = builder.graph(outputs);
      long then = System.nanoTime();
      MLGraph graph = builder.build(outputs);
      long end = System.nanoTime();
      return new Model(
          context,
          graph,
          new Description(
              file,
              graph.inputs(),
              graph.outputs(),
              read.nodes().size(),
              read.constants().keySet().stream().mapToLong(c -> c.type().byteLength()).sum(),
              context.options().backend().orElseThrow(),
              Duration.ofNanos(then - start),
              Duration.ofNanos(end - then)));
    } catch (IOException | RuntimeException | Error failed) {
      context.close();
      throw failed;
    }
  }

  Description description() {
    return description;
  }

  /** Dispatches the graph and waits for the end, in nanoseconds. */
  long run() {
    long start = System.nanoTime();
    context.dispatch(graph, inputs, outputs);
    context.finish();
    return System.nanoTime() - start;
  }

  /** Runs the graph once more and says what each step took. */
  List<StepProfile> profile() {
    return context.profile(graph, inputs, outputs);
  }

  /**
   * Makes sure that the runs so far gave results.
   *
   * @throws dev.webnn4j.MLOperationException if the last one failed
   */
  void requireResults() {
    outputs.values().forEach(context::readTensor);
  }

  @Override
  public void close() {
    context.close();
  }
}
