package dev.webnn4j.cli.wpt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A small checkout with test files of ours, and what the command says about them. */
abstract class WptFixture {
  /** How a command ended and what it printed, by lines. */
  record Ended(int code, List<String> out, List<String> err) {
    /** The first line that contains a text. */
    String line(String part) {
      return out.stream().filter(line -> line.contains(part)).findFirst().orElse("no " + part);
    }

    String last() {
      return out.isEmpty() ? "" : out.getLast();
    }
  }

  @TempDir Path checkout;

  @BeforeEach
  final void addHarness() throws IOException {
    try (InputStream in = WptFixture.class.getResourceAsStream("testharness.js")) {
      write("resources/testharness.js", new String(in.readAllBytes(), UTF_8));
    }
    Files.createDirectories(checkout.resolve("webnn"));
  }

  final void write(String name, String text) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs the checkout's tests. */
  final Ended wpt(String... options) {
    List<String> line = new ArrayList<>(List.of(checkout.toString()));
    line.addAll(List.of(options));
    return command(line.toArray(String[]::new));
  }

  static Ended command(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(WptCommand.class)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(
                (failure, line, result) -> {
                  line.getErr().println(failure.getMessage());
                  return 1;
                })
            .execute(args);
    return new Ended(code, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
