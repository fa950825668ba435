package dev.webnn4j.benchmarks.compare;

import dev.webnn4j.benchmarks.child.Block;
import dev.webnn4j.benchmarks.child.Child;
import dev.webnn4j.benchmarks.child.Contender;
import dev.webnn4j.benchmarks.child.EngineException;
import dev.webnn4j.benchmarks.network.Network;
import dev.webnn4j.benchmarks.network.SeededInputs;
import dev.webnn4j.benchmarks.network.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Measures contenders in turn, each in a process of its own that is stopped while another one is
 * measured. First all of them must give the same.
 */
public final class Comparison {
  private final Workspace workspace;
  private final Effort effort;
  private final Consumer<String> progress;

  /**
   * @param progress is told a sentence now and then
   */
  public Comparison(Workspace workspace, Effort effort, Consumer<String> progress) {
    this.workspace = workspace;
    this.effort = effort;
    this.progress = progress;
  }

  /** A contender at work. */
  private static final class Runner implements AutoCloseable {
    final Child child;
    final Child.Prepared prepared;
    private final List<ColdStart.Start> starts;
    final List<Block> blocks = new ArrayList<>();
    private int dispatches;
    private OptionalDouble earlyHeapBytes = OptionalDouble.empty();

    private Runner(Child child, Child.Prepared prepared, List<ColdStart.Start> starts) {
      this.child = child;
      this.prepared = prepared;
      this.starts = List.copyOf(starts);
      dispatches = ColdStart.RUNS;
    }

    /** Begins as many processes as wanted, and keeps the last. */
    static Runner start(Contender contender, int threads, Path inputs, Effort effort)
        throws IOException {
      List<ColdStart.Start> starts = new ArrayList<>();
      for (int i = 1; i < effort.starts(); i++) {
        start(contender, threads, inputs, starts).close();
      }
      return start(contender, threads, inputs, starts);
    }

    private static Runner start(
        Contender contender, int threads, Path inputs, List<ColdStart.Start> starts)
        throws IOException {
      Child child = new Child(contender, threads);
      try {
        Child.Prepared prepared = child.prepare();
        child.load(inputs);
        List<Long> first = child.runs(ColdStart.RUNS).nanoseconds();
        starts.add(new ColdStart.Start(prepared.nanoseconds(), first));
        return new Runner(child, prepared, starts);
      } catch (IOException | RuntimeException failed) {
        child.close();
        throw failed;
      }
    }

    String name() {
      return child.contender().name();
    }

    Block runs(int count) throws IOException {
      dispatches += count;
      return child.runs(count);
    }

    /** Begins with the process's first 200 dispatches, if there is time for them. */
    void warmUp(Effort effort) throws IOException {
      double left = effort.warmUpSeconds();
      int before = ColdStart.RUNS_BEFORE_EARLY - dispatches;
      if (before > 0
          && effort.warmsUpFor(
              before + ColdStart.EARLY_RUNS, Collections.min(starts.getLast().dispatches()))) {
        Block skipped = runs(before);
        Block early = runs(ColdStart.EARLY_RUNS);
        earlyHeapBytes = OptionalDouble.of(early.bytesPerRun());
        left = Math.max(0, left - skipped.seconds() - early.seconds());
      }
      child.seconds(left, Effort.LEAST_WARM_UP_RUNS);
    }

    void measure(Effort effort) throws IOException {
      child.runs(Effort.SETTLING_RUNS);
      blocks.add(child.seconds(effort.blockSeconds(), Effort.LEAST_RUNS));
    }

    Measurement measurement() throws IOException {
      ColdStart cold = ColdStart.of(starts, earlyHeapBytes);
      return new Measurement(name(), child.version(), blocks, cold, child.peakMemoryBytes());
    }

    @Override
    public void close() {
      child.close();
    }
  }

  /**
   * Runs a contest.
   *
   * @throws DisagreementException if two contenders do not give the same
   * @throws EngineException if we cannot run the network, or a process ends
   */
  public Outcome run(Contest contest, int threads) throws IOException {
    Path folder = workspace.folder(contest.network().name());
    Path inputs = folder.resolve("in");
    SeededInputs.write(contest.network(), workspace.seed(), inputs);
    try (Runner ours = Runner.start(contest.ours(), threads, inputs, effort)) {
      List<Runner> peers = new ArrayList<>();
      List<String> refusals = new ArrayList<>();
      try {
        for (Contender peer : contest.peers()) {
          start(peer, threads, inputs, refusals).ifPresent(peers::add);
        }
        List<Runner> all = new ArrayList<>(peers);
        all.addFirst(ours);
        checkAgreement(contest, all, folder);
        measure(all);
        return outcome(contest.network().name(), threads, ours, peers, refusals);
      } finally {
        peers.forEach(Runner::close);
      }
    }
  }

  private Optional<Runner> start(Contender peer, int threads, Path inputs, List<String> refusals)
      throws IOException {
    try {
      return Optional.of(Runner.start(peer, threads, inputs, effort));
    } catch (EngineException refused) {
      refusals.add(refused.getMessage());
      progress.accept(refused.getMessage() + "; only ours is measured");
      return Optional.empty();
    }
  }

  private void checkAgreement(Contest contest, List<Runner> all, Path folder) throws IOException {
    for (Runner runner : all) {
      runner.child.store(folder.resolve("out-" + runner.name()));
      for (Network.Example example : contest.network().examples()) {
        checkExample(contest, runner, example, folder);
      }
      runner.child.load(folder.resolve("in"));
    }
    Path ours = folder.resolve("out-" + all.getFirst().name());
    for (Runner peer : all.subList(1, all.size())) {
      Path theirs = folder.resolve("out-" + peer.name());
      progress.accept(contest.agreementWith(peer.name()).check(ours, theirs));
    }
  }

  private void checkExample(Contest contest, Runner runner, Network.Example example, Path folder)
      throws IOException {
    Path given = folder.resolve("example-" + runner.name());
    runner.child.load(example.inputs());
    runner.runs(1);
    runner.child.store(given);
    progress.accept(
        runner.name()
            + ": "
            + contest.agreementWith("the test data").check(given, example.outputs()));
  }

  private void measure(List<Runner> all) throws IOException {
    for (Runner runner : all) {
      runner.warmUp(effort);
    }
    for (int round = 0; round < effort.rounds(); round++) {
      for (Runner runner : all) {
        runner.measure(effort);
      }
    }
  }

  private static Outcome outcome(
      String model, int threads, Runner ours, List<Runner> peers, List<String> refusals)
      throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    for (Runner peer : peers) {
      measurements.add(peer.measurement());
    }
    return new Outcome(
        model, threads, ours.prepared.multiplyAdds(), ours.measurement(), measurements, refusals);
  }
}
