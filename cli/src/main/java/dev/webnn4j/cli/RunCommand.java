package dev.webnn4j.cli;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.cli.option.Checks;
import dev.webnn4j.js.WebNN;
import dev.webnn4j.js.dom.HeadlessDocument;
import dev.webnn4j.js.page.Page;
import dev.webnn4j.js.page.PageError;
import dev.webnn4j.js.page.PageOptions;
import dev.webnn4j.js.page.PageResult;
import dev.webnn4j.js.web.ConsoleMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code webnn run PAGE}. */
@Command(
    name = "run",
    description = {
      "Runs a page until it is quiet. Its console goes to standard output.",
      "Exits with 0 if no error and no rejected promise was left unhandled, else with 1 and the"
          + " JavaScript stack on standard error.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  webnn run examples/js/digits --screenshot digits.png",
      "  webnn run page.html --query 'size=257' --click '#start' --dom after.html",
      "  webnn run page.html --mount /weights=models/weights --mount /photo.jpg=cat.jpg"
    })
final class RunCommand implements Callable<Integer> {
  // Longer than anybody waits, and short enough to be counted in nanoseconds.
  private static final double LONGEST_SECONDS = 1e9;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PAGE",
      description =
          "An HTML file, a folder with an index.html, a script (module or classic), or an http(s)"
              + " URL.")
  private String page;

  @Option(
      names = "--click",
      paramLabel = "SELECTOR",
      description = "Click an element when the page is quiet. Repeatable, in order.")
  private List<String> clicks = new ArrayList<>();

  @Option(
      names = "--query",
      paramLabel = "a=b&c=d",
      description = "What the page's URL has behind the question mark.")
  private String query = "";

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "The folder that / means. Default: the nearest folder above the page that holds .git or"
              + " package.json, else the page's own.")
  private Optional<Path> root = Optional.empty();

  @Option(
      names = "--mount",
      paramLabel = "/URL/PATH=PATH",
      converter = Serving.Mount.class,
      description =
          "Lay a folder or a file over a path. What a folder lacks is looked for under the root."
              + " Repeatable.")
  private List<Serving> mounts = new ArrayList<>();

  @Option(
      names = "--map",
      paramLabel = "URL_PREFIX=DIR",
      converter = Serving.Remote.class,
      description = "Serve what begins with a remote URL from a folder. Repeatable.")
  private List<Serving> maps = new ArrayList<>();

  @Option(
      names = "--allow-net",
      paramLabel = "HOST",
      description = "Let the page reach a host over the network. Repeatable; by default none.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Stop after so many seconds. Default: 300.")
  private double timeout = 300;

  @Option(
      names = "--screenshot",
      paramLabel = "[SELECTOR=]FILE.png",
      converter = Screenshot.Converter.class,
      description =
          "Write the picture of a canvas in the end; without a selector, of the largest."
              + " Repeatable.")
  private List<Screenshot> screenshots = new ArrayList<>();

  @Option(
      names = "--dom",
      paramLabel = "FILE.html",
      description = "Write the document as it is in the end.")
  private Optional<Path> dom = Optional.empty();

  private RunCommand() {}

  @Override
  public Integer call() throws IOException {
    Results results = new Results(screenshots, dom, spec.commandLine().getErr());
    check(results);
    try (Page running = new Page(options())) {
      PageResult result = running.run();
      boolean complete = results.write(running.document());
      // The page ran on this thread, and so did its canvas.
      long computed = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      SlowScript.ofLauncher().judge(Duration.ofNanos(computed), spec.commandLine().getErr());
      return result.clean() && complete ? 0 : 1;
    }
  }

  private PageOptions options() {
    PageOptions.Builder builder =
        PageOptions.builder(page, HeadlessDocument::install)
            .query(query)
            .timeout(Duration.ofMillis(Math.round(Math.min(timeout, LONGEST_SECONDS) * 1000)))
            .console(this::print)
            .errors(this::report)
            .extension(context -> WebNN.install(context.loop(), MLContextOptions.DEFAULT));
    root.ifPresent(builder::root);
    mounts.forEach(mount -> builder.mount(mount.prefix(), mount.target()));
    maps.forEach(map -> builder.map(map.prefix(), map.target()));
    hosts.forEach(builder::allowHost);
    clicks.forEach(builder::click);
    return builder.build();
  }

  private void print(ConsoleMessage message) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(message.text());
    out.flush();
  }

  /** Uncaught errors come with the JavaScript stack; the rest is between the user and us. */
  private void report(PageError error) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        switch (error.kind()) {
          case EXCEPTION, REJECTION, MODULE -> error.describe();
          case REQUEST -> "webnn: " + error.describe();
          case TIMEOUT ->
              "webnn: the page " + error.describe() + " and was stopped; --timeout gives it longer";
        });
    err.flush();
  }

  private void check(Results results) {
    Checks checks = new Checks(spec);
    results.check(checks);
    checks.seconds("--timeout", timeout);
    root.filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            missing -> {
              throw checks.wrong("there is no folder '" + missing + "' for --root to name");
            });
  }
}
