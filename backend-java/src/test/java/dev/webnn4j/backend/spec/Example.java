package dev.webnn4j.backend.spec;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.Operator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.function.Executable;

/**
 * An example of the specification, worked out by hand or by an independent library, computed
 * through the public API by the reference and by the engine in each of its tiers.
 *
 * <pre>{@code
 * Example.of(float32(1, -2)).graph((builder, x) -> builder.relu(x.getFirst())).gives(float32(1, 0));
 * }</pre>
 */
final class Example {
  private static final String TIER = "webnn.tier";

  /** What the examples that ran in this JVM were about. */
  private static final Set<String> SHOWN = new TreeSet<>();

  private final List<Data> inputs;
  private BiFunction<MLGraphBuilder, List<MLOperand>, List<MLOperand>> graph;
  private double relative;
  private double absolute;
  private boolean signedZeros;

  private Example(List<Data> inputs) {
    this.inputs = inputs;
  }

  static Example of(Data... inputs) {
    return new Example(Arrays.asList(inputs));
  }

  /** What is made of the inputs, which are in the order in which they were given. */
  Example graph(BiFunction<MLGraphBuilder, List<MLOperand>, MLOperand> operator) {
    return graphs(operator.andThen(List::of));
  }

  /** The same for operators with several results. */
  Example graphs(BiFunction<MLGraphBuilder, List<MLOperand>, List<MLOperand>> operator) {
    graph = operator;
    return this;
  }

  /** How far floats may be off, relative to what is expected; not at all if not said. */
  Example within(double relativeError) {
    relative = relativeError;
    return this;
  }

  /** How far floats may be off around zero. */
  Example orWithin(double absoluteError) {
    absolute = absoluteError;
    return this;
  }

  /** Zeros must have the sign that is expected, too; else the two zeros are one number. */
  Example withSignedZeros() {
    signedZeros = true;
    return this;
  }

  /** The operators whose results an example of this JVM expected something of. */
  static Set<String> shown() {
    return new TreeSet<>(SHOWN);
  }

  void gives(Data... expected) {
    assertAll(
        on("reference", "", expected),
        on("java", "scalar", expected),
        on("java", "vector", expected));
  }

  private Executable on(String backend, String tier, Data[] expected) {
    return () -> {
      String before = System.getProperty(TIER, "");
      System.setProperty(TIER, tier);
      try (MLContext context =
          ML.createContext(MLContextOptions.DEFAULT.backend(backend).threads(2))) {
        List<Tensor> results = run(context);
        assertEquals(expected.length, results.size(), "results");
        for (int i = 0; i < expected.length; i++) {
          require((backend + " " + tier).strip() + ", result " + i, expected[i], results.get(i));
        }
      } finally {
        System.setProperty(TIER, before);
      }
    };
  }

  private List<Tensor> run(MLContext context) {
    MLGraphBuilder builder = new MLGraphBuilder(context);
    List<MLOperand> operands = new ArrayList<>();
    Map<String, MLTensor> given = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      operands.add(builder.input("x" + i, inputs.get(i).type()));
    }
    List<MLOperand> results = graph.apply(builder, operands);
    results.forEach(result -> SHOWN.add(producer(result)));
    Map<String, MLOperand> outputs = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      outputs.put("y" + i, results.get(i));
    }
    try (MLGraph built = builder.build(outputs)) {
      for (int i = 0; i < inputs.size(); i++) {
        Data data = inputs.get(i);
        MLTensor tensor = context.createTensor(MLTensorDescriptor.of(data.type()).asWritable());
        context.writeTensor(tensor, data.bytes());
        given.put("x" + i, tensor);
      }
      Map<String, MLTensor> made = new LinkedHashMap<>();
      built
          .outputs()
          .forEach(
              (name, type) ->
                  made.put(name, context.createTensor(MLTensorDescriptor.of(type).asReadable())));
      context.dispatch(built, given, made);
      return outputs.keySet().stream().map(name -> read(context, made.get(name))).toList();
    }
  }

  /** The operator an operand comes from, after which the builder names it: %relu0:float32[3]. */
  private static String producer(MLOperand operand) {
    Predicate<Operator> makes =
        operator -> operand.toString().matches("%" + operator.name() + "\\d+:.*");
    return Catalogue.operators().stream().filter(makes).findFirst().orElseThrow().name();
  }

  private static Tensor read(MLContext context, MLTensor tensor) {
    MemorySegment copy = Arena.ofAuto().allocate(tensor.type().byteLength(), 64);
    context.readTensor(tensor, copy);
    return Tensor.read(tensor.type(), copy);
  }

  private void require(String where, Data expected, Tensor actual) {
    assertEquals(expected.type(), actual.type(), where);
    for (int i = 0; i < actual.count(); i++) {
      String what = where + ", element " + i;
      if (actual.isFloat()) {
        double wanted = expected.tensor().real(i);
        double allowed =
            Double.isFinite(wanted) ? Math.max(absolute, Math.abs(wanted) * relative) : 0;
        assertEquals(wanted, actual.real(i), allowed, what);
        if (signedZeros && wanted == 0) {
          assertEquals(1 / wanted, 1 / actual.real(i), what + ": 1 / zero");
        }
      } else {
        assertEquals(expected.tensor().integer(i), actual.integer(i), what);
      }
    }
  }
}
