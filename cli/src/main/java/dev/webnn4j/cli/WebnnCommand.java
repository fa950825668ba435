package dev.webnn4j.cli;

import dev.webnn4j.cli.bench.BenchCommand;
import dev.webnn4j.cli.wpt.WptCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code webnn} command, which has its work done by subcommands. */
@Command(
    name = "webnn",
    description = "Runs WebNN pages and models on the JVM, without a browser.",
    subcommands = {RunCommand.class, BenchCommand.class, WptCommand.class, HelpCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Start with:  webnn run examples/js/digits", "Help on one: webnn help COMMAND"})
final class WebnnCommand {
  private WebnnCommand() {}

  /**
   * Runs a command line.
   *
   * @return the exit code: 0 if all went well, 1 if something did not, 2 if the line is wrong
   */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new WebnnCommand());
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(new LineErrors());
    line.setExecutionExceptionHandler(
        (failure, failed, result) -> {
          failed.getErr().println("webnn: " + Failures.describe(failure));
          return 1;
        });
    if (args.length == 0) {
      line.usage(line.getOut());
      return 2;
    }
    return line.execute(args);
  }
}
