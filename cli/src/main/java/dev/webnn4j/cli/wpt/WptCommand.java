package dev.webnn4j.cli.wpt;

import dev.webnn4j.cli.option.Checks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code webnn wpt CHECKOUT [FILTER]}. */
@Command(
    name = "wpt",
    description = {
      "Runs the WebNN tests of a checkout of web-platform-tests, unchanged.",
      "Prints a line for each page and, last, how many tests passed and failed. Exits with 0 if"
          + " nothing failed but what is expected to, and nothing passed that is expected to fail.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  webnn wpt ../wpt",
      "  webnn wpt ../wpt conformance_tests/softmax idlharness",
      "  webnn wpt ../wpt --report wptreport.json"
    })
public final class WptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CHECKOUT",
      description = "The folder of a checkout of web-platform-tests.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILTER",
      description = "Run only files whose path contains this. Repeatable; by default all.")
  private List<String> filters = new ArrayList<>();

  @Option(
      names = "--variant",
      paramLabel = "DEVICE",
      description = "Which of a file's variants to run: cpu, gpu or npu. Default: cpu.")
  private String variant = "cpu";

  @Option(
      names = "--workers",
      description = "Run in workers too where a file asks for it, not only in windows.")
  private boolean workers;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the results as wptreport.json, which the test project's tools read.")
  private Optional<Path> reportFile = Optional.empty();

  @Option(
      names = "--expected",
      paramLabel = "FILE",
      description =
          "The tests that may fail, 'file | test | reason' on each line. Default: the list that"
              + " comes with this command.")
  private Optional<Path> expectedFile = Optional.empty();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many pages to run at a time. Default: one for each processor.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--timeout-multiplier",
      paramLabel = "X",
      description = "Multiply the time that tests have, 10 s or 60 s. Default: 4.")
  private double timeoutMultiplier = 4;

  private WptCommand() {}

  @Override
  public Integer call() throws IOException {
    check();
    Checkout checkout = Checkout.of(folder);
    Expectations expectations =
        expectedFile.isPresent()
            ? Expectations.read(expectedFile.get(), checkout)
            : Expectations.builtIn(checkout);
    Set<TestGlobal> globals =
        workers ? EnumSet.allOf(TestGlobal.class) : EnumSet.of(TestGlobal.WINDOW);
    List<TestPage> pages = checkout.pages(filters, variant, globals);
    if (pages.isEmpty()) {
      throw new IOException(
          "nothing to run: no test of "
              + folder
              + (filters.isEmpty() ? "" : " whose path contains " + String.join(" or ", filters))
              + " has a variant for "
              + variant);
    }
    Instant started = Instant.now();
    List<Judgement> judgements =
        run(new PageRunner(checkout, timeoutMultiplier), pages, expectations);
    if (reportFile.isPresent()) {
      new WptReport(judgements, expectations, version(), Revision.of(checkout.root()))
          .write(reportFile.get(), started, Instant.now());
    }
    return summarize(judgements);
  }

  private String version() {
    return Arrays.stream(spec.root().version()).findFirst().orElse("webnn");
  }

  private void check() {
    Checks checks = new Checks(spec);
    reportFile.ifPresent(checks::writable);
    checks.count("--jobs", jobs);
    checks.factor("--timeout-multiplier", timeoutMultiplier);
  }

  private List<Judgement> run(PageRunner runner, List<TestPage> pages, Expectations expectations)
      throws IOException {
    List<Judgement> judgements = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("wpt-", 1).factory())) {
      ExecutorCompletionService<PageOutcome> running = new ExecutorCompletionService<>(threads);
      pages.forEach(page -> running.submit(() -> runner.run(page)));
      for (int i = 0; i < pages.size(); i++) {
        Judgement judgement = Judgement.of(running.take().get(), expectations);
        print(judgement);
        judgements.add(judgement);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("a page could not be run: " + e.getCause(), e);
    }
    return judgements;
  }

  private void print(Judgement judgement) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(judgement.line());
    judgement.surprises().forEach(surprise -> out.println("       " + surprise));
    if (!judgement.isClean()) {
      judgement.outcome().console().forEach(line -> out.println("       console: " + line));
    }
    out.flush();
  }

  private int summarize(List<Judgement> judgements) {
    int passed = judgements.stream().mapToInt(Judgement::passed).sum();
    int failed = judgements.stream().mapToInt(Judgement::failed).sum();
    int expected = judgements.stream().mapToInt(Judgement::expected).sum();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d passed, %d failed (%d expected)%n", passed, failed, expected);
    out.flush();
    return judgements.stream().allMatch(Judgement::isClean) ? 0 : 1;
  }
}
