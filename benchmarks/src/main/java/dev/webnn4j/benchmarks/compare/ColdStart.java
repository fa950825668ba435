package dev.webnn4j.benchmarks.compare;

import java.util.OptionalDouble;

/**
 * The beginning of a process: nanoseconds from the file to a graph that is ready, of the first and
 * of the tenth dispatch.
 *
 * @param earlyHeapBytes a dispatch, from the 101st to the 200th, while the JVM still compiles;
 *     empty if 200 dispatches take longer than the warm-up
 */
public record ColdStart(
    long build, long firstDispatch, long tenthDispatch, OptionalDouble earlyHeapBytes) {
  /** Dispatches until the tenth is done. */
  static final int RUNS = 10;

  /** Dispatches before those whose heap bytes are counted: what is made once is made by then. */
  static final int RUNS_BEFORE_EARLY = 100;

  /** Dispatches whose heap bytes are counted. */
  static final int EARLY_RUNS = 100;
}
