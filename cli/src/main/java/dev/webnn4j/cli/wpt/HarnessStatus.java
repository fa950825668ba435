package dev.webnn4j.cli.wpt;

/** How a whole page ended. */
enum HarnessStatus {
  OK,
  ERROR,
  TIMEOUT,
  PRECONDITION_FAILED,
  /** The page never told that it was complete, and not for want of time. */
  CRASH
}
