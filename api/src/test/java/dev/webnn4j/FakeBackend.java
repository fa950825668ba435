package dev.webnn4j;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.spi.Backend;
import dev.webnn4j.spi.CompiledGraph;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that copies its first input to its first output, and counts what is closed. */
final class FakeBackend implements Backend {
  final AtomicInteger closedGraphs = new AtomicInteger();
  final AtomicInteger closedBackends = new AtomicInteger();

  /** The graphs that were to be compiled. */
  final List<Graph> graphs = new ArrayList<>();

  /** What the next compilation throws. */
  Optional<RuntimeException> compileFailure = Optional.empty();

  /** What the next run throws. */
  Optional<RuntimeException> runFailure = Optional.empty();

  MLContext context() {
    return new MLContext(MLContextOptions.DEFAULT, this);
  }

  @Override
  public MLInputOperandLayout preferredInputLayout() {
    return MLInputOperandLayout.NCHW;
  }

  @Override
  public CompiledGraph compile(Graph graph) {
    graphs.add(graph);
    compileFailure.ifPresent(
        failure -> {
          throw failure;
        });
    return new CompiledGraph() {
      @Override
      public void run(MemorySegment[] inputs, MemorySegment[] outputs) {
        runFailure.ifPresent(
            failure -> {
              runFailure = Optional.empty();
              throw failure;
            });
        outputs[0].copyFrom(inputs[0]);
      }

      @Override
      public void close() {
        closedGraphs.incrementAndGet();
      }
    };
  }

  @Override
  public void close() {
    closedBackends.incrementAndGet();
  }
}
