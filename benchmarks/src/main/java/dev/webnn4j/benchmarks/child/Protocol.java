package dev.webnn4j.benchmarks.child;

import java.util.Arrays;
import java.util.List;

/**
 * What the comparison says to a child on its standard input, a line each, and what it answers:
 * words between tabs, since paths may have spaces.
 *
 * <table>
 * <caption>Requests and what follows {@link #OK} in the answer</caption>
 * <tr><td>(none, at the start)</td><td>the engine's version</td></tr>
 * <tr><td>prepare FILE</td><td>nanoseconds it took, multiply-adds of a run</td></tr>
 * <tr><td>load FOLDER</td><td></td></tr>
 * <tr><td>runs COUNT</td><td>bytes allocated on the heap, nanoseconds of each run</td></tr>
 * <tr><td>seconds S LEAST-RUNS</td><td>the same</td></tr>
 * <tr><td>store FOLDER</td><td></td></tr>
 * <tr><td>quit</td><td></td></tr>
 * </table>
 *
 * <p>A folder has a file for each input or output, called like it, with its dense elements.
 */
final class Protocol {
  static final String PREPARE = "prepare";
  static final String LOAD = "load";
  static final String RUNS = "runs";
  static final String SECONDS = "seconds";
  static final String STORE = "store";
  static final String QUIT = "quit";

  static final String OK = "ok";

  /** An answer to what could not be done; a sentence follows. */
  static final String ERROR = "error";

  private static final String SEPARATOR = "\t";

  private Protocol() {}

  static String line(Object... words) {
    return String.join(
        SEPARATOR,
        Arrays.stream(words).map(word -> word.toString().replaceAll("\\s*\\R\\s*", " ")).toList());
  }

  static List<String> words(String line) {
    return List.of(line.split(SEPARATOR, -1));
  }
}
