package dev.webnn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Has the launcher start with the optimizing JavaScript runtime what computed long in the
 * interpreter. The optimizing one starts seconds later and warms up on the same cores, so most
 * pages end sooner without it; only the page itself can tell which kind it is.
 *
 * @param note the file to leave for the launcher; empty if this run is compiled already, or cannot
 *     be
 */
record SlowScript(Optional<Path> note, Duration worth) {
  /** What the optimizing runtime costs in the beginning, several times over. */
  private static final Duration WORTH = Duration.ofSeconds(15);

  /** As the launcher has it. */
  static SlowScript ofLauncher() {
    return new SlowScript(
        Optional.ofNullable(System.getProperty("webnn.slowScriptNote")).map(Path::of), WORTH);
  }

  /**
   * Leaves the note if a page was slow, and says so.
   *
   * @param computed what the JavaScript thread used of the processor
   */
  void judge(Duration computed, PrintWriter err) throws IOException {
    if (note.isEmpty() || computed.compareTo(worth) < 0) {
      return;
    }
    Files.createDirectories(note.get().toAbsolutePath().getParent());
    Files.writeString(note.get(), "");
    err.printf(
        "webnn: the page computed for %d s in interpreted JavaScript; the same command will compile"
            + " it next time%n",
        computed.toSeconds());
  }
}
