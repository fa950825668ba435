package dev.webnn4j.cli.wpt;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.WebNN;
import dev.webnn4j.js.dom.HeadlessDocument;
import dev.webnn4j.js.page.Page;
import dev.webnn4j.js.page.PageError;
import dev.webnn4j.js.page.PageOptions;
import dev.webnn4j.js.page.Worker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** Runs one page and collects its results, on the calling thread. */
final class PageRunner {
  private static final String ORIGIN = "https://webnn.local";
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What pages are run with: they run side by side, so that each needs one thread only. */
  private static final MLContextOptions ENGINE = MLContextOptions.DEFAULT.threads(1);

  private final Checkout checkout;
  private final double timeoutMultiplier;

  PageRunner(Checkout checkout, double timeoutMultiplier) {
    this.checkout = checkout;
    this.timeoutMultiplier = timeoutMultiplier;
  }

  PageOutcome run(TestPage test) throws IOException {
    Instant started = Instant.now();
    long start = System.nanoTime();
    Report report = new Report();
    List<String> console = new ArrayList<>();
    List<PageError> errors = new ArrayList<>();
    PageOptions options =
        PageOptions.builder(ORIGIN + startOf(test), HeadlessDocument::install)
            .root(checkout.root())
            .query(test.query())
            .handler(new TestServer(checkout, test))
            .timeout(timeout(test))
            .console(message -> console.add(message.text()))
            .errors(errors::add)
            .extension(
                page -> {
                  WebNN.install(page.loop(), ENGINE);
                  page.context().getBindings("js").putMember("webnnTestReport", report.functions());
                })
            .build();
    run(test, options, report, errors);
    errors.forEach(error -> console.add(error.describe()));
    return report.outcome(
        test, console, errors, started, Duration.ofNanos(System.nanoTime() - start));
  }

  private static String startOf(TestPage test) {
    return test.global() == TestGlobal.WINDOW ? test.path() : test.workerPath();
  }

  private static void run(TestPage test, PageOptions options, Report report, List<PageError> errors)
      throws IOException {
    if (test.global() == TestGlobal.WINDOW) {
      try (Page page = new Page(options)) {
        page.run();
        giveUp(page.context(), report, errors);
      }
    } else {
      try (Worker worker = new Worker(options, test.global().scope())) {
        worker.run();
        giveUp(worker.context(), report, errors);
      }
    }
  }

  private static boolean timedOut(List<PageError> errors) {
    return errors.stream().anyMatch(error -> error.kind() == PageError.Kind.TIMEOUT);
  }

  /**
   * Has the harness end the tests that are not done although all is quiet: they wait for something
   * that will never happen.
   */
  private static void giveUp(Context context, Report report, List<PageError> errors) {
    if (report.isComplete || timedOut(errors)) {
      return;
    }
    try {
      context.eval("js", "if (typeof timeout === 'function') timeout();");
    } catch (PolyglotException failed) {
      errors.add(new PageError(PageError.Kind.EXCEPTION, failed.getMessage(), List.of()));
    }
  }

  private Duration timeout(TestPage test) {
    Duration plain = test.meta().isLong() ? LONG : SHORT;
    return Duration.ofMillis(Math.round(plain.toMillis() * timeoutMultiplier));
  }

  /** What the page's testharnessreport.js calls. */
  private static final class Report {
    private final List<PageOutcome.Subtest> subtests = new ArrayList<>();
    private HarnessStatus status = HarnessStatus.CRASH;
    private String message = "";
    private boolean isComplete;

    private Report() {}

    /** What the page sees. */
    private ProxyObject functions() {
      ProxyExecutable result =
          given -> {
            TestStatus ended = TestStatus.valueOf(given[1].asString());
            subtests.add(new PageOutcome.Subtest(given[0].asString(), ended, given[2].asString()));
            return true;
          };
      ProxyExecutable complete =
          given -> {
            isComplete = true;
            status = HarnessStatus.valueOf(given[0].asString());
            message = given[1].asString();
            return true;
          };
      return ProxyObject.fromMap(Map.of("result", result, "complete", complete));
    }

    private PageOutcome outcome(
        TestPage test,
        List<String> console,
        List<PageError> errors,
        Instant started,
        Duration duration) {
      if (!isComplete) {
        status = timedOut(errors) ? HarnessStatus.TIMEOUT : HarnessStatus.CRASH;
        message = errors.isEmpty() ? "the harness never started" : errors.getFirst().message();
      }
      return new PageOutcome(test, status, message, subtests, console, started, duration);
    }
  }
}
