package dev.webnn4j.benchmarks.engine;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.benchmarks.importer.OnnxImporter;
import dev.webnn4j.benchmarks.onnx.OnnxReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** A model in our engine: what a program that uses the public API does, and nothing else. */
final class WebnnSession implements Session {
  private final MLContext context;
  private final MLGraph graph;
  private final SequencedMap<String, MLTensor> inputs;
  private final SequencedMap<String, MLTensor> outputs;
  private final long multiplyAdds;

  @SuppressWarnings("MustBeClosedChecker") // The session closes the context.
  WebnnSession(Path model, int threads) throws IOException {
    context = ML.createContext(MLContextOptions.DEFAULT.threads(threads));
    MLGraphBuilder builder = new MLGraphBuilder(context);
    OnnxImporter.Imported imported = OnnxImporter.importInto(builder, OnnxReader.read(model));
    multiplyAdds = imported.multiplyAdds();
    graph = builder.build(imported.outputs());
    inputs = map(graph.inputs(), this::tensor);
    outputs = map(graph.outputs(), this::tensor);
  }

  private MLTensor tensor(MLOperandDescriptor type) {
    return context.createTensor(MLTensorDescriptor.of(type).asReadable().asWritable());
  }

  static String version() {
    return Optional.ofNullable(MLContext.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }

  @Override
  public SequencedMap<String, MemorySegment> inputs() {
    return map(inputs, MLTensor::memory);
  }

  @Override
  public SequencedMap<String, MemorySegment> outputs() {
    return map(outputs, tensor -> MemorySegment.ofBuffer(context.readTensor(tensor)));
  }

  private static <T, R> SequencedMap<String, R> map(
      SequencedMap<String, T> values, Function<T, R> function) {
    SequencedMap<String, R> results = new LinkedHashMap<>();
    values.forEach((name, value) -> results.put(name, function.apply(value)));
    return results;
  }

  @Override
  public long multiplyAdds() {
    return multiplyAdds;
  }

  @Override
  public void run() {
    context.dispatch(graph, inputs, outputs);
    context.finish();
  }

  @Override
  public void close() {
    context.close();
  }
}
