package dev.webnn4j.backend.java;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLPowerPreference;
import dev.webnn4j.backend.java.exec.JavaCompiledGraph;
import dev.webnn4j.backend.java.exec.WorkerPool;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.pass.Passes;
import dev.webnn4j.backend.java.plan.ExecutionPlan;
import dev.webnn4j.backend.java.plan.Planner;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.spi.Backend;
import java.lang.foreign.Arena;
import java.util.concurrent.locks.ReentrantLock;

/** The engine in Java: compiles graphs for the CPU and runs them on threads of its own. */
public final class JavaBackend implements Backend {
  private final WorkerPool workers;
  private final KernelTable kernels;
  private final Passes passes;
  private final ReentrantLock running = new ReentrantLock();

  private JavaBackend(int threads, Tier fastest) {
    workers = new WorkerPool(threads);
    kernels = new KernelTable(fastest);
    passes = new Passes(new Passes.Target(fastest, threads));
  }

  /** An engine with the threads the options ask for and the fastest tier there is. */
  public static JavaBackend open(MLContextOptions options) {
    return open(options, Tiers.fastest());
  }

  /** An engine that uses no tier above this one. */
  public static JavaBackend open(MLContextOptions options, Tier fastest) {
    return new JavaBackend(threads(options), fastest);
  }

  private static int threads(MLContextOptions options) {
    boolean frugal = options.powerPreference() == MLPowerPreference.LOW_POWER;
    return options
        .threads()
        .orElseGet(() -> frugal ? 1 : Runtime.getRuntime().availableProcessors());
  }

  @Override
  public MLInputOperandLayout preferredInputLayout() {
    return MLInputOperandLayout.NHWC;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // The compiled graph closes the arena.
  public JavaCompiledGraph compile(Graph graph) {
    Graph optimized = passes.apply(graph);
    Arena arena = Arena.ofShared();
    try {
      ExecutionPlan plan = new Planner(optimized, kernels, workers.count(), arena).plan();
      return new JavaCompiledGraph(plan, workers, running, arena);
    } catch (RuntimeException | Error failed) {
      arena.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
