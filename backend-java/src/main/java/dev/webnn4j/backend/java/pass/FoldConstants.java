package dev.webnn4j.backend.java.pass;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.TensorMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What depends on constants alone is computed now, by the kernels that would compute it later. */
final class FoldConstants implements Pass {
  /** The scalar tier: it takes every operator, and each step runs once. */
  private final KernelTable kernels = new KernelTable(Tier.SCALAR);

  @Override
  public String name() {
    return "FoldConstants";
  }

  @Override
  public Graph apply(Graph graph) {
    return apply(graph, Arena.ofAuto());
  }

  @Override
  public Graph apply(Graph graph, SegmentAllocator memory) {
    GraphRewriter rewriter = new GraphRewriter(graph);
    Map<Value, MemorySegment> known = new HashMap<>(graph.constants());
    for (Node node : graph.nodes()) {
      List<Value> operands = node.operands().flat();
      if (known.keySet().containsAll(operands)) {
        KernelContext context = new FoldContext(known, memory);
        kernels.choose(node, context).forEach(choice -> compute(choice, known, memory));
        for (Value result : node.results()) {
          rewriter.replace(result, rewriter.constant(result.type(), known.get(result)));
        }
      } else {
        rewriter.keep(node);
      }
    }
    return rewriter.finish();
  }

  private static void compute(
      KernelTable.Choice choice, Map<Value, MemorySegment> known, SegmentAllocator memory) {
    Node node = choice.node();
    List<Value> operands = node.operands().flat();
    Buffers buffers = new Buffers(operands.size(), node.results().size());
    for (int i = 0; i < operands.size(); i++) {
      buffers.setInput(i, known.get(operands.get(i)));
    }
    for (int i = 0; i < node.results().size(); i++) {
      Value result = node.results().get(i);
      MemorySegment data = TensorMemory.allocate(memory, result.type().byteLength());
      buffers.setOutput(i, data);
      known.put(result, data);
    }
    choice.kernel().run(buffers, Workers.single());
  }

  private record FoldContext(Map<Value, MemorySegment> known, SegmentAllocator memory)
      implements KernelContext {
    @Override
    public int workers() {
      return 1;
    }

    @Override
    public Optional<MemorySegment> constant(Value value) {
      return Optional.ofNullable(known.get(value));
    }

    @Override
    public MemorySegment allocate(long bytes) {
      return TensorMemory.allocate(memory, bytes);
    }

    @Override
    public MachineCode machineCode() {
      throw new IllegalStateException("constants are not worth machine code");
    }
  }
}
