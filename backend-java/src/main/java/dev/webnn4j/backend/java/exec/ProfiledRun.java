package dev.webnn4j.backend.java.exec;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.StepProfile;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs steps one after the other and takes the time of each. What is told of them is put together
 * afterwards: between two steps the other threads would fall asleep over it.
 */
final class ProfiledRun {
  private final WatchedWorkers workers;

  ProfiledRun(Workers workers) {
    this.workers = new WatchedWorkers(workers);
  }

  List<StepProfile> run(Step[] steps) {
    long[] nanoseconds = new long[steps.length];
    int[] threads = new int[steps.length];
    for (int i = 0; i < steps.length; i++) {
      workers.most = 1;
      long start = System.nanoTime();
      steps[i].choice().kernel().run(steps[i].buffers(), workers);
      nanoseconds[i] = System.nanoTime() - start;
      threads[i] = workers.most;
    }
    return IntStream.range(0, steps.length)
        .mapToObj(i -> profile(i, steps[i], threads[i], nanoseconds[i]))
        .toList();
  }

  private static StepProfile profile(int number, Step step, int threads, long nanoseconds) {
    Node node = step.node();
    return new StepProfile(
        number,
        node.label(),
        node.operator().name(),
        step.choice().name(),
        step.choice().tier().name().toLowerCase(Locale.ROOT),
        node.operands().flat().stream().map(Value::type).toList(),
        node.results().stream().map(Value::type).toList(),
        step.layout().map(layout -> layout.name().toLowerCase(Locale.ROOT)).orElse("plain"),
        precision(node),
        threads,
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
