package dev.webnn4j.cli.wpt;

import dev.webnn4j.cli.wpt.PageOutcome.Subtest;
import java.util.ArrayList;
import java.util.List;

/**
 * An outcome beside what was expected.
 *
 * @param passed how many tests passed
 * @param failed how many did not, with those that should not; a page that did not end well is one
 * @param expected how many of these should fail
 * @param surprises a sentence about each test that did not do what it should
 */
record Judgement(
    PageOutcome outcome, int passed, int failed, int expected, List<String> surprises) {

  static Judgement of(PageOutcome outcome, Expectations expectations) {
    int passed = 0;
    int failed = 0;
    int expected = 0;
    List<String> surprises = new ArrayList<>();
    if (outcome.status() != HarnessStatus.OK) {
      failed++;
      surprises.add("the page ended with " + outcome.status() + ": " + outcome.message());
    }
    for (Subtest test : outcome.subtests()) {
      boolean shouldFail = expectations.reason(outcome.page(), test.name()).isPresent();
      if (test.passed()) {
        passed++;
        if (shouldFail) {
          surprises.add(test.name() + ": passes, but the list of expected failures has it");
        }
      } else {
        failed++;
        if (shouldFail) {
          expected++;
        } else {
          surprises.add(test.name() + ": " + test.status() + ", " + test.message());
        }
      }
    }
    return new Judgement(outcome, passed, failed, expected, List.copyOf(surprises));
  }

  boolean isClean() {
    return surprises.isEmpty();
  }

  /** One line about the page. */
  String line() {
    return "%s %s: %d passed%s (%.1f s)"
        .formatted(
            isClean() ? "ok  " : "FAIL",
            outcome.page(),
            passed,
            failed == 0 ? "" : ", %d failed (%d expected)".formatted(failed, expected),
            outcome.duration().toMillis() / 1000.0);
  }
}
