package dev.webnn4j.backend.java.exec;

import dev.webnn4j.backend.java.plan.ExecutionPlan;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.backend.java.report.VerboseReport;
import dev.webnn4j.spi.CompiledGraph;
import dev.webnn4j.spi.StepProfile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.locks.Lock;

/** A plan with its memory. A run allocates nothing. */
public final class JavaCompiledGraph implements CompiledGraph {
  private final ExecutionPlan plan;
  private final Step[] steps;
  private final ExecutionPlan.Border[] borders;
  private final ExecutionPlan.Copy[] copies;
  private final Workers workers;
  private final Lock running;
  private final Arena arena;
  private final VerboseReport report;
  private final boolean tellsOfSteps;

  /**
   * @param running held during a run, since the workers serve one graph at a time
   * @param arena what the plan's memory belongs to
   * @param report is told of each run, if it wants to
   */
  public JavaCompiledGraph(
      ExecutionPlan plan, Workers workers, Lock running, Arena arena, VerboseReport report) {
    this.plan = plan;
    this.steps = plan.steps().toArray(Step[]::new);
    this.borders = plan.borders().toArray(ExecutionPlan.Border[]::new);
    this.copies = plan.copies().toArray(ExecutionPlan.Copy[]::new);
    this.workers = workers;
    this.running = running;
    this.arena = arena;
    this.report = report;
    this.tellsOfSteps = report.tellsOfSteps();
  }

  /** What it runs. */
  public ExecutionPlan plan() {
    return plan;
  }

  @Override
  public void run(MemorySegment[] inputs, MemorySegment[] outputs) {
    if (tellsOfSteps) {
      profile(inputs, outputs);
      return;
    }
    running.lock();
    try {
      bind(inputs, outputs);
      for (Step step : steps) {
        step.choice().kernel().run(step.buffers(), workers);
      }
      copy(inputs, outputs);
    } finally {
      running.unlock();
    }
  }

  @Override
  public List<StepProfile> profile(MemorySegment[] inputs, MemorySegment[] outputs) {
    List<StepProfile> profiles;
    running.lock();
    try {
      bind(inputs, outputs);
      profiles = new ProfiledRun(workers).run(steps);
      copy(inputs, outputs);
    } finally {
      running.unlock();
    }
    profiles.forEach(report::step);
    return profiles;
  }

  private void bind(MemorySegment[] inputs, MemorySegment[] outputs) {
    if (!arena.scope().isAlive()) {
      throw new IllegalStateException("the graph is closed");
    }
    for (ExecutionPlan.Border border : borders) {
      border.bind(inputs, outputs);
    }
  }

  private void copy(MemorySegment[] inputs, MemorySegment[] outputs) {
    for (ExecutionPlan.Copy copy : copies) {
      copy.run(inputs, outputs);
    }
  }

  @Override
  public void close() {
    running.lock();
    try {
      if (arena.scope().isAlive()) {
        arena.close();
      }
    } finally {
      running.unlock();
    }
  }
}
