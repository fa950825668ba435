package dev.webnn4j.cli.wpt;

/** How a subtest ended. */
enum TestStatus {
  PASS,
  FAIL,
  TIMEOUT,
  NOTRUN,
  PRECONDITION_FAILED
}
