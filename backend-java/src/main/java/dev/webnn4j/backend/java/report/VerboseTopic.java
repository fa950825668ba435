package dev.webnn4j.backend.java.report;

import java.util.Locale;

/** What {@code -Dwebnn.verbose} can ask for. */
public enum VerboseTopic {
  /** Why faster tiers refused a step. */
  DISPATCH,
  /** What the passes did and took, which kernels were chosen, what memory a graph needs. */
  COMPILE,
  /** A line for each step of each run. Runs are slower for it. */
  EXEC;

  /** Its name in the property and in the lines. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
