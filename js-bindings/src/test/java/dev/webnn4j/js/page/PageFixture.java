package dev.webnn4j.js.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a page, and what running it printed. */
abstract class PageFixture {
  @TempDir Path folder;

  final List<String> console = new ArrayList<>();

  final void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  final PageResult run(String page, UnaryOperator<PageOptions.Builder> change) throws IOException {
    PageOptions.Builder options =
        PageOptions.builder(folder.resolve(page).toString(), StubDocument::install)
            .root(folder)
            .console(message -> console.add(message.text()));
    try (Page opened = new Page(change.apply(options).build())) {
      return opened.run();
    }
  }

  final PageResult run(String page) throws IOException {
    return run(page, options -> options);
  }

  /** Runs a script and returns what it printed, line by line. */
  final List<String> print(String script) throws IOException {
    write("script.js", script);
    run("script.js");
    return console;
  }
}
