package dev.webnn4j.backend.conformance;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.GraphVerifier;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The kernels of a tier, one after the other, without the compiler's passes and plans. */
record TierEngine(Tier fastest) implements Engine {
  @Override
  public String name() {
    return "kernels of tier " + fastest;
  }

  @Override
  public Map<String, MemorySegment> run(ConformanceCase test) {
    Graph graph = build(test);
    GraphVerifier.verify(graph);
    Map<Value, MemorySegment> memory = new HashMap<>(graph.constants());
    graph.inputs().forEach((name, value) -> memory.put(value, test.inputs().get(name).bytes()));
    KernelTable table = new KernelTable(fastest);
    Context context = new Context(graph);
    for (Node node : graph.nodes()) {
      table.choose(node, context).forEach(choice -> run(choice, memory));
    }
    Map<String, MemorySegment> results = new HashMap<>();
    graph.outputs().forEach((name, value) -> results.put(name, memory.get(value)));
    return results;
  }

  private static Graph build(ConformanceCase test) {
    SequencedMap<String, Value> inputs = new LinkedHashMap<>();
    test.inputs()
        .forEach(
            (name, tensor) -> {
              if (!tensor.constant()) {
                inputs.put(name, new Value(tensor.type(), name));
              }
            });
    GraphRewriter rewriter =
        new GraphRewriter(new Graph(inputs, Map.of(), List.of(), new LinkedHashMap<>()));
    return rewriter.finish(CallAdapter.build(test, new Sink(inputs, rewriter)));
  }

  private static void run(KernelTable.Choice choice, Map<Value, MemorySegment> memory) {
    Node node = choice.node();
    node.results().forEach(result -> memory.put(result, allocate(result.type().byteLength())));
    List<Value> operands = node.operands().flat();
    Buffers buffers = new Buffers(operands.size(), node.results().size());
    for (int i = 0; i < operands.size(); i++) {
      buffers.setInput(i, memory.get(operands.get(i)));
    }
    for (int i = 0; i < node.results().size(); i++) {
      buffers.setOutput(i, memory.get(node.results().get(i)));
    }
    choice.kernel().run(buffers, Workers.single());
  }

  private static MemorySegment allocate(long bytes) {
    return Arena.ofAuto().allocate(bytes, 64);
  }

  private record Context(Graph graph) implements KernelContext {
    @Override
    public MachineCode machineCode() {
      throw new IllegalStateException("machine code belongs to whole graphs");
    }

    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Optional<MemorySegment> constant(Value value) {
      return graph.constant(value);
    }

    @Override
    public MemorySegment allocate(long bytes) {
      return TierEngine.allocate(bytes);
    }
  }

  private record Sink(SequencedMap<String, Value> inputs, GraphRewriter rewriter)
      implements GraphSink<Value> {
    @Override
    public Value input(String name, MLOperandDescriptor type) {
      return inputs.get(name);
    }

    @Override
    public Value constant(MLOperandDescriptor type, MemorySegment data) {
      return rewriter.constant(type, data);
    }

    @Override
    public List<Value> call(Operator operator, Operands<Value> operands, Attributes attributes) {
      return rewriter.emit(operator, operands, attributes, "");
    }
  }
}
