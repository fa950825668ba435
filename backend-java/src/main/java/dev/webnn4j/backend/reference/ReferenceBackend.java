package dev.webnn4j.backend.reference;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.Backend;
import dev.webnn4j.spi.CompiledGraph;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The interpreter as an engine: slow, and right. */
final class ReferenceBackend implements Backend {
  @Override
  public MLInputOperandLayout preferredInputLayout() {
    return MLInputOperandLayout.NCHW;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // The compiled graph closes the arena.
  public CompiledGraph compile(Graph graph) {
    GraphVerifier.verify(graph);
    Arena arena = Arena.ofShared();
    return new Interpreted(graph.withConstantsIn(arena), arena);
  }

  @Override
  public void close() {}

  private record Interpreted(Graph graph, Arena arena) implements CompiledGraph {
    @Override
    public void run(MemorySegment[] inputs, MemorySegment[] outputs) {
      List<Tensor> tensors = new ArrayList<>();
      for (Value input : graph.inputs().values()) {
        tensors.add(Tensor.read(input.type(), inputs[tensors.size()]));
      }
      Iterator<Tensor> results = ReferenceInterpreter.run(graph, tensors).values().iterator();
      for (MemorySegment output : outputs) {
        results.next().write(output);
      }
    }

    @Override
    public void close() {
      arena.close();
    }
  }
}
