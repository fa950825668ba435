package dev.webnn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder with pages, and what the command says about them. */
abstract class CliFixture {
  /** How a command ended and what it printed, by lines. */
  record Ended(int code, List<String> out, List<String> err) {
    /** The exit code and the standard error in one, for messages of failed assertions. */
    String all() {
      return code + " " + out + " " + err;
    }
  }

  @TempDir Path folder;

  final Path file(String name) {
    return folder.resolve(name);
  }

  final String path(String name) {
    return file(name).toString();
  }

  final void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
  }

  static Ended webnn(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = WebnnCommand.execute(new PrintWriter(out), new PrintWriter(err), args);
    return new Ended(code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  /** Runs a page of the folder, which is also the root. */
  final Ended run(String page, String... options) {
    List<String> line = new ArrayList<>(List.of("run", path(page), "--root", folder.toString()));
    line.addAll(List.of(options));
    return webnn(line.toArray(String[]::new));
  }

  /** Runs a script as a page. */
  final Ended runScript(String script) throws IOException {
    write("script.mjs", script);
    return run("script.mjs");
  }
}
