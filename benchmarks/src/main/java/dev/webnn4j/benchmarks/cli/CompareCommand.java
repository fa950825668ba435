package dev.webnn4j.benchmarks.cli;

import dev.webnn4j.benchmarks.child.Child;
import dev.webnn4j.benchmarks.child.Peak;
import dev.webnn4j.benchmarks.compare.Comparison;
import dev.webnn4j.benchmarks.compare.Contests;
import dev.webnn4j.benchmarks.compare.Effort;
import dev.webnn4j.benchmarks.compare.Outcome;
import dev.webnn4j.benchmarks.network.Network;
import dev.webnn4j.benchmarks.network.Networks;
import dev.webnn4j.benchmarks.network.Workspace;
import dev.webnn4j.benchmarks.report.JsonReport;
import dev.webnn4j.benchmarks.report.Machine;
import dev.webnn4j.benchmarks.report.MarkdownTable;
import dev.webnn4j.benchmarks.report.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run}: compares whole models. */
@Command(
    name = "benchmarks/run",
    description = {
      "Measures whole models through WebNN4J's public API against ONNX Runtime, each engine in a"
          + " process of its own, in short blocks in turn.",
      "With --jmh as the first word the rest is JMH's, which measures single operators:"
          + " benchmarks/run --jmh Convolution, benchmarks/run --jmh -h."
    },
    sortOptions = false)
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Measure this model only; may be given again, or a list.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Also the models that show how cost grows with size and batch.")
  private boolean all;

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      description = "How many threads; as many as there are cores, and 1, by default.")
  private List<Integer> threads = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "8",
      description = "Blocks of each engine (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--block",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "How long a block is at least (${DEFAULT-VALUE}).")
  private double blockSeconds;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "15",
      description =
          "Fresh processes of each engine whose first dispatches are timed (${DEFAULT-VALUE}).")
  private int starts;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How long each engine runs before the first block (${DEFAULT-VALUE}).")
  private double warmUpSeconds;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = "Keep our engine to a tier, such as vector.")
  private Optional<String> tier = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What made-up networks and all inputs depend on (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The test data; ../shared/data beside the checkout by default.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the ratios there, as an array of objects.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--table", paramLabel = "FILE", description = "Write a table in Markdown there.")
  private Optional<Path> table = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli needs to see it, and answers it.
  private boolean help;

  private CompareCommand() {}

  /**
   * Runs a command line.
   *
   * @return the exit code: 0 if all was measured, 1 if not, 2 if the line is wrong
   */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new CompareCommand());
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          err.println("benchmarks: " + wrong.getMessage() + " (see: benchmarks/run --help)");
          return line.getCommandSpec().exitCodeOnInvalidInput();
        });
    line.setExecutionExceptionHandler(
        (failure, failed, result) -> {
          err.println("benchmarks: " + Failures.describe(failure));
          return line.getCommandSpec().exitCodeOnExecutionException();
        });
    return line.execute(args);
  }

  @Override
  public Integer call() throws IOException {
    List<String> names = names();
    List<Integer> threadCounts = threadCounts();
    Effort effort = effort();
    Workspace workspace = workspace();
    Stream.concat(json.stream(), table.stream()).forEach(this::requireFolder);
    PrintWriter out = spec.commandLine().getOut();
    Machine machine = Machine.here();
    out.println(machine.sentence());
    out.println(Child.pauses());
    Comparison comparison = new Comparison(workspace, effort, line -> out.println("  " + line));
    List<Summary> summaries = new ArrayList<>();
    for (int count : threadCounts) {
      double peak = Peak.gigaflops(count);
      for (String name : names) {
        out.println(name + ", " + count + (count == 1 ? " thread" : " threads"));
        Network network = Networks.make(name, workspace);
        Outcome outcome = comparison.run(Contests.of(network, tier), count);
        Summary summary = new Summary(outcome, peak);
        summary.lines().forEach(line -> out.println("  " + line));
        summaries.add(summary);
        // After each model: what was measured is not lost if the next one fails.
        write(summaries, machine, effort);
      }
    }
    return 0;
  }

  private void write(List<Summary> summaries, Machine machine, Effort effort) throws IOException {
    List<Outcome> outcomes = summaries.stream().map(Summary::outcome).toList();
    if (json.isPresent()) {
      JsonReport.write(outcomes, json.get());
    }
    if (table.isPresent()) {
      Files.writeString(
          table.get(),
          MarkdownTable.of(summaries, machine, effort, LocalDate.now(ZoneId.systemDefault())));
    }
  }

  private List<String> names() {
    for (String name : only) {
      if (!Networks.all().contains(name)) {
        throw wrong(Networks.unknown(name));
      }
    }
    if (!only.isEmpty()) {
      return List.copyOf(new LinkedHashSet<>(only));
    }
    return all ? Networks.all() : Networks.main();
  }

  private List<Integer> threadCounts() {
    threads.forEach(count -> requireOne("--threads", count));
    return List.copyOf(
        new LinkedHashSet<>(
            threads.isEmpty() ? List.of(1, Runtime.getRuntime().availableProcessors()) : threads));
  }

  private void requireOne(String option, int count) {
    if (count < 1) {
      throw wrong(option + " must be at least 1, not " + count);
    }
  }

  private Effort effort() {
    requireOne("--rounds", rounds);
    requireOne("--starts", starts);
    if (!(blockSeconds >= 0 && warmUpSeconds >= 0)) {
      throw wrong("--block and --warm-up must not be negative");
    }
    return new Effort(starts, rounds, blockSeconds, warmUpSeconds);
  }

  private Workspace workspace() {
    Path checkout = Path.of(System.getProperty("webnn.checkout", ""));
    Path folder = data.orElseGet(() -> checkout.resolve("../shared/data").normalize());
    if (!Files.isDirectory(folder)) {
      throw wrong("there is no folder of test data at " + folder + "; name it with --data");
    }
    return new Workspace(folder, checkout.resolve("benchmarks/target/networks"), seed);
  }

  private void requireFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw wrong("a file cannot be written to " + file + "; name one in a folder that is there");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
