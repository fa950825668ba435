package dev.webnn4j.cli.wpt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What became of a page.
 *
 * @param message why the page as a whole did not end well, else empty
 * @param console what the page said, for whoever looks for the cause of a failure
 */
record PageOutcome(
    TestPage page,
    HarnessStatus status,
    String message,
    List<Subtest> subtests,
    List<String> console,
    Instant started,
    Duration duration) {

  /** One test of the page. */
  record Subtest(String name, TestStatus status, String message) {
    boolean passed() {
      return status == TestStatus.PASS;
    }
  }

  PageOutcome {
    subtests = List.copyOf(subtests);
    console = List.copyOf(console);
  }
}
