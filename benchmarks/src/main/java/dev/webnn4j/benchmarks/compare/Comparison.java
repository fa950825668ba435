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
import java.util.List;
import java.util.Optional;
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
    final ColdStart coldStart;
    final long multiplyAdds;
    final List<Block> blocks = new ArrayList<>();

    private Runner(Child child, Child.Prepared prepared, Block first) {
      this.child = child;
      List<Long> times = first.nanoseconds();
      coldStart =
          new ColdStart(prepared.nanoseconds(), times.getFirst(), times.get(ColdStart.RUNS - 1));
      multiplyAdds = prepared.multiplyAdds();
    }

    static Runner start(Contender contender, int threads, Path inputs) throws IOException {
      Child child = new Child(contender, threads);
      try {
        Child.Prepared prepared = child.prepare();
        child.load(inputs);
        return new Runner(child, prepared, child.runs(ColdStart.RUNS));
      } catch (IOException | RuntimeException failed) {
        child.close();
        throw failed;
      }
    }

    String name() {
      return child.contender().name();
    }

    void measure(Effort effort) throws IOException {
      child.runs(Effort.SETTLING_RUNS);
      blocks.add(child.seconds(effort.blockSeconds(), Effort.LEAST_RUNS));
    }

    Measurement measurement() throws IOException {
      return new Measurement(name(), child.version(), blocks, coldStart, child.peakMemoryBytes());
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
    try (Runner ours = Runner.start(contest.ours(), threads, inputs)) {
      List<Runner> peers = new ArrayList<>();
      List<String> refusals = new ArrayList<>();
      try {
        for (Contender peer : contest.peers()) {
          start(peer, threads, inputs, refusals).ifPresent(peers::add);
        }
        List<Runner> all = new ArrayList<>(peers);
        all.addFirst(ours);
        checkAgreement(contest.network(), all, folder);
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
      return Optional.of(Runner.start(peer, threads, inputs));
    } catch (EngineException refused) {
      refusals.add(refused.getMessage());
      progress.accept(refused.getMessage() + "; only ours is measured");
      return Optional.empty();
    }
  }

  private void checkAgreement(Network network, List<Runner> all, Path folder) throws IOException {
    for (Runner runner : all) {
      runner.child.store(folder.resolve("out-" + runner.name()));
      for (Network.Example example : network.examples()) {
        checkExample(network, runner, example, folder);
      }
      runner.child.load(folder.resolve("in"));
    }
    Path ours = folder.resolve("out-" + all.getFirst().name());
    for (Runner peer : all.subList(1, all.size())) {
      Path theirs = folder.resolve("out-" + peer.name());
      progress.accept(Agreement.of(network.outputs(), ours, theirs, peer.name()));
    }
  }

  private void checkExample(Network network, Runner runner, Network.Example example, Path folder)
      throws IOException {
    Path given = folder.resolve("example-" + runner.name());
    runner.child.load(example.inputs());
    runner.child.runs(1);
    runner.child.store(given);
    progress.accept(
        runner.name()
            + ": "
            + Agreement.of(network.outputs(), given, example.outputs(), "the test data"));
  }

  private void measure(List<Runner> all) throws IOException {
    for (Runner runner : all) {
      runner.child.seconds(effort.warmUpSeconds(), Effort.LEAST_WARM_UP_RUNS);
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
        model, threads, ours.multiplyAdds, ours.measurement(), measurements, refusals);
  }
}
