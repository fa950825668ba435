package dev.webnn4j.backend.conformance;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A backend as users meet it: a context, a builder, tensors and a dispatch. */
record PublicApiEngine(String name, String tier, MLContextOptions options) implements Engine {
  private static final String TIER = "webnn.tier";

  static PublicApiEngine ofBackend(String backend) {
    return new PublicApiEngine(backend, "", MLContextOptions.DEFAULT.backend(backend));
  }

  /** The compiling engine with its tier forced. */
  static PublicApiEngine java(Tier tier) {
    String name = tier.name().toLowerCase(Locale.ROOT);
    return new PublicApiEngine(
        "java, tier " + name, name, MLContextOptions.DEFAULT.backend("java").threads(2));
  }

  @Override
  public Map<String, MemorySegment> run(ConformanceCase test) {
    String tierBefore = System.getProperty(TIER, "");
    System.setProperty(TIER, tier);
    try (MLContext context = ML.createContext(options)) {
      MLGraphBuilder builder = new MLGraphBuilder(context);
      try (MLGraph graph = builder.build(CallAdapter.build(test, new Sink(builder)))) {
        Map<String, MLTensor> inputs = new HashMap<>();
        graph
            .inputs()
            .forEach(
                (name, type) -> {
                  MLTensor tensor = context.createTensor(MLTensorDescriptor.of(type).asWritable());
                  context.writeTensor(tensor, test.inputs().get(name).bytes());
                  inputs.put(name, tensor);
                });
        Map<String, MLTensor> outputs = new HashMap<>();
        graph
            .outputs()
            .forEach(
                (name, type) ->
                    outputs.put(
                        name, context.createTensor(MLTensorDescriptor.of(type).asReadable())));
        context.dispatch(graph, inputs, outputs);
        Map<String, MemorySegment> results = new HashMap<>();
        outputs.forEach(
            (name, tensor) -> {
              MemorySegment copy = Arena.ofAuto().allocate(tensor.type().byteLength(), 64);
              context.readTensor(tensor, copy);
              results.put(name, copy);
            });
        return results;
      }
    } finally {
      System.setProperty(TIER, tierBefore);
    }
  }

  private record Sink(MLGraphBuilder builder) implements GraphSink<MLOperand> {
    @Override
    public MLOperand input(String name, MLOperandDescriptor type) {
      return builder.input(name, type);
    }

    @Override
    public MLOperand constant(MLOperandDescriptor type, MemorySegment data) {
      return builder.constant(type, data);
    }

    @Override
    public List<MLOperand> call(
        Operator operator, Operands<MLOperand> operands, Attributes attributes) {
      return builder.call(operator, operands, attributes, "");
    }
  }
}
