package dev.webnn4j.backend.java;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLPowerPreference;
import dev.webnn4j.backend.java.exec.JavaCompiledGraph;
import dev.webnn4j.backend.java.exec.WorkerPool;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.X64;
import dev.webnn4j.backend.java.pass.Passes;
import dev.webnn4j.backend.java.plan.ExecutionPlan;
import dev.webnn4j.backend.java.plan.Planner;
import dev.webnn4j.backend.java.report.VerboseLog;
import dev.webnn4j.backend.java.report.VerboseReport;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.spi.Backend;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The engine in Java: compiles graphs for the CPU and runs them on threads of its own. */
public final class JavaBackend implements Backend {
  private final WorkerPool workers;
  private final KernelTable kernels;
  private final Optional<Isa> isa;
  private final Passes passes;
  private final ReentrantLock running = new ReentrantLock();

  private final VerboseReport report;

  private JavaBackend(int threads, Tier fastest, Optional<Isa> isa, VerboseLog log) {
    kernels = new KernelTable(fastest);
    this.isa = isa;
    passes = new Passes(new Passes.Target(fastest, threads));
    report = new VerboseReport(log);
    report.header(threads, fastest, Tiers.unused(fastest));
    workers = new WorkerPool(threads);
  }

  /** An engine with the threads the options ask for and the fastest tier there is. */
  public static JavaBackend open(MLContextOptions options) {
    return open(options, Tiers.fastest());
  }

  /**
   * An engine that uses no tier above this one.
   *
   * @throws IllegalStateException if it is the x64 tier and this process cannot run machine code
   */
  public static JavaBackend open(MLContextOptions options, Tier fastest) {
    return open(options, fastest, VerboseLog.ofProperty());
  }

  /**
   * The same, with another log than {@code -Dwebnn.verbose} asks for.
   *
   * @throws IllegalStateException if it is the x64 tier and this process cannot run machine code
   */
  public static JavaBackend open(MLContextOptions options, Tier fastest, VerboseLog log) {
    Optional<Isa> isa = fastest == Tier.X64 ? Optional.of(X64.isa()) : Optional.empty();
    return new JavaBackend(threads(options), fastest, isa, log);
  }

  /**
   * An engine that may use all tiers, the x64 tier with this instruction set.
   *
   * @throws IllegalStateException if this process cannot run it
   */
  public static JavaBackend open(MLContextOptions options, Isa isa) {
    X64.require(isa);
    return new JavaBackend(threads(options), Tier.X64, Optional.of(isa), VerboseLog.ofProperty());
  }

  /** As many as asked for, else one where power is to be saved, else one a core. */
  static int threads(MLContextOptions options) {
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
    Arena arena = Arena.ofShared();
    try (Arena folded = Arena.ofConfined()) {
      Graph optimized = passes.apply(graph, folded, report::pass);
      long start = System.nanoTime();
      ExecutionPlan plan = new Planner(optimized, kernels, isa, workers.count(), arena).plan();
      report.plan(plan, System.nanoTime() - start);
      return new JavaCompiledGraph(plan, workers, running, arena, report);
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
