package dev.webnn4j.cli.bench;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.Shape;
import dev.webnn4j.cli.option.Checks;
import dev.webnn4j.spi.StepProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code webnn bench MODEL}. */
@Command(
    name = "bench",
    description = {
      "Measures how fast a model runs: a graph in JSON with its weights beside it, as"
          + " docs/graph-json.md describes it.",
      "Fills the inputs with random numbers, the same each time, runs until the JVM has compiled"
          + " and the times have settled, and then measures. Ctrl-C ends measuring and prints what"
          + " there is.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  webnn bench model.json",
      "  webnn bench model.json --threads 1 --niter 100 --json result.json",
      "  webnn bench model.json --per-layer",
      "  webnn bench model.json --shape image=1,3,224,224"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final double DEFAULT_SECONDS = 5;
  private static final int HEAP_RUNS = 20;

  /** Runs whose medians stand in the table of layers. */
  private static final int PROFILED_RUNS = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "A graph's .json file.")
  private Path model;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute. Default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description = "Give up warming up after so many seconds. Default: 30.")
  private double warmUpSeconds = 30;

  @Option(
      names = "--time",
      paramLabel = "S",
      description = "Measure for so many seconds. Default: 5.")
  private Optional<Double> seconds = Optional.empty();

  @Option(
      names = "--niter",
      paramLabel = "N",
      description = "Measure so many runs, however long they take.")
  private Optional<Integer> runs = Optional.empty();

  @Option(
      names = "--shape",
      paramLabel = "NAME=1,2,3",
      converter = InputShape.Converter.class,
      description = "Give an input another shape than the model's. Repeatable.")
  private List<InputShape> shapes = new ArrayList<>();

  @Option(
      names = "--per-layer",
      description = "Print what each step took, and the sums by operator, kernel and tier.")
  private boolean perLayer;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
  private Optional<Path> json = Optional.empty();

  private BenchCommand() {}

  @Override
  public Integer call() throws IOException {
    Map<String, Shape> inputs = check();
    try (Model loaded = load(inputs);
        Interruption interruption = new Interruption()) {
      return measure(loaded, interruption);
    }
  }

  private Model load(Map<String, Shape> inputs) throws IOException {
    try {
      return Model.load(model, MLContextOptions.DEFAULT.threads(threads), inputs);
    } catch (IllegalArgumentException wrongShape) {
      throw new ParameterException(spec.commandLine(), wrongShape.getMessage(), wrongShape);
    }
  }

  private int measure(Model loaded, Interruption interruption) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    BenchReport.printModel(loaded.description(), threads, out);
    Progress progress = new Progress(spec.commandLine().getErr());
    var compiler = Optional.ofNullable(ManagementFactory.getCompilationMXBean());
    WarmUp warmUp =
        WarmUp.of(
            progress.counting("warming up", loaded::run),
            () -> compiler.map(c -> c.getTotalCompilationTime()).orElse(0L),
            Numbers.toNanos(warmUpSeconds),
            interruption::requested);
    progress.clear();
    loaded.requireResults();
    out.println(warmUp.line());
    out.flush();
    if (interruption.requested()) {
      spec.commandLine().getErr().println("webnn: interrupted before anything was measured");
      return 1;
    }
    Measurement measurement =
        Measurement.of(
            progress.counting("measuring", loaded::run), length(), interruption::requested);
    progress.clear();
    loaded.requireResults();
    BenchReport report =
        new BenchReport(
            loaded.description(),
            threads,
            warmUp,
            measurement,
            MemoryUse.heapBytes(loaded::run, Math.min(HEAP_RUNS, measurement.runs().size())),
            MemoryUse.peakBytes());
    report.printResults(out);
    if (perLayer) {
      List<List<StepProfile>> profiles =
          Stream.generate(() -> profileAwake(loaded)).limit(PROFILED_RUNS).toList();
      out.println();
      out.print(new LayerTable(profiles).text());
      out.flush();
    }
    if (json.isPresent()) {
      report.writeJson(json.get());
    }
    return 0;
  }

  /** A run before it wakes the threads, lest the first steps wait for them. */
  private static List<StepProfile> profileAwake(Model model) {
    model.run();
    return model.profile();
  }

  private Measurement.Length length() {
    return runs.map(Measurement.Length::ofRuns)
        .orElseGet(() -> Measurement.Length.ofSeconds(seconds.orElse(DEFAULT_SECONDS)));
  }

  /** Checks the options, and gives the shapes by name. */
  private Map<String, Shape> check() {
    Checks checks = new Checks(spec);
    checks.count("--threads", threads);
    checks.secondsIfAny("--warm-up", warmUpSeconds);
    if (seconds.isPresent() && runs.isPresent()) {
      throw checks.wrong(
          "--time and --niter are two answers to how long to measure; give one of them");
    }
    seconds.ifPresent(given -> checks.seconds("--time", given));
    runs.ifPresent(given -> checks.count("--niter", given));
    json.ifPresent(checks::writable);
    Map<String, Shape> byName = new LinkedHashMap<>();
    for (InputShape shape : shapes) {
      if (byName.put(shape.name(), shape.shape()) != null) {
        throw checks.wrong("--shape gives '" + shape.name() + "' two shapes; give it one");
      }
    }
    return byName;
  }
}
