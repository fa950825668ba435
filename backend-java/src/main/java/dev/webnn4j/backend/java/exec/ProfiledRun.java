package dev.webnn4j.backend.java.exec;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.StepProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs steps one after the other and takes the time of each. */
final class ProfiledRun {
  private final WatchedWorkers workers;
  private final List<StepProfile> profiles = new ArrayList<>();

  ProfiledRun(Workers workers) {
    this.workers = new WatchedWorkers(workers);
  }

  List<StepProfile> run(Step[] steps) {
    for (Step step : steps) {
      workers.most = 1;
      long start = System.nanoTime();
      step.choice().kernel().run(step.buffers(), workers);
      long nanoseconds = System.nanoTime() - start;
      profiles.add(profile(step, nanoseconds));
    }
    return List.copyOf(profiles);
  }

  private StepProfile profile(Step step, long nanoseconds) {
    Node node = step.node();
    return new StepProfile(
        profiles.size(),
        node.label(),
        node.operator().name(),
        step.choice().name(),
        step.choice().tier().name().toLowerCase(Locale.ROOT),
        node.operands().flat().stream().map(Value::type).toList(),
        node.results().stream().map(Value::type).toList(),
        step.layout().map(layout -> layout.name().toLowerCase(Locale.ROOT)).orElse("plain"),
        precision(node),
        workers.most,
        nanoseconds,
        step.choice().refusals());
  }

  private static String precision(Node node) {
    return Stream.concat(node.operands().flat().stream(), node.results().stream())
        .findFirst()
        .map(value -> value.type().dataType().idlName())
        .orElseThrow();
  }

  /** Sees among how many threads a kernel divides its work. */
  private static final class WatchedWorkers implements Workers {
    private final Workers delegate;
    private int most;

    WatchedWorkers(Workers delegate) {
      this.delegate = delegate;
    }

    @Override
    public int count() {
      return delegate.count();
    }

    @Override
    public void run(int parts, Task task, Buffers buffers) {
      most = Math.max(most, Math.min(parts, delegate.count()));
      delegate.run(parts, task, buffers);
    }
  }
}
