package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.backend.java.JavaBackend;
import dev.webnn4j.backend.java.exec.JavaCompiledGraph;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.CompiledGraph;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The engine, kept to a tier and a number of threads. */
final class Engine implements AutoCloseable {
  /** None of the values that tests expect. */
  private static final byte RUBBISH = 0x5a;

  private static final long ALIGNMENT = 64;

  private final String name;
  private final JavaBackend backend;

  Engine(Tier tier, int threads) {
    name = tier + ", " + threads + " threads";
    backend = JavaBackend.open(MLContextOptions.DEFAULT.threads(threads), tier);
  }

  /** With the x64 tier, which this process can run. */
  Engine(Isa isa, int threads) {
    name = Tier.X64 + " " + isa + ", " + threads + " threads";
    backend = JavaBackend.open(MLContextOptions.DEFAULT.threads(threads), isa);
  }

  /** The outputs of a graph. */
  Map<Value, MemorySegment> run(Graph graph, List<Tensor> inputs) {
    List<Value> values = List.copyOf(graph.outputs().values());
    MemorySegment[] outputs = values.stream().map(Engine::memory).toArray(MemorySegment[]::new);
    MemorySegment[] given = inputs.stream().map(Engine::memory).toArray(MemorySegment[]::new);
    try (CompiledGraph compiled = backend.compile(graph)) {
      compiled.run(given, outputs);
    }
    Map<Value, MemorySegment> results = new HashMap<>();
    for (int i = 0; i < outputs.length; i++) {
      results.put(values.get(i), outputs[i]);
    }
    return results;
  }

  /** What a graph is planned as. */
  List<Step> steps(Graph graph) {
    try (JavaCompiledGraph compiled = backend.compile(graph)) {
      return compiled.plan().steps();
    }
  }

  private static MemorySegment memory(Value value) {
    return Arena.ofAuto().allocate(value.type().byteLength(), ALIGNMENT).fill(RUBBISH);
  }

  private static MemorySegment memory(Tensor tensor) {
    MemorySegment memory = Arena.ofAuto().allocate(tensor.type().byteLength(), ALIGNMENT);
    tensor.write(memory);
    return memory;
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    backend.close();
  }
}
