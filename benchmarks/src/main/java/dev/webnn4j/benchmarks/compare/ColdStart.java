package dev.webnn4j.benchmarks.compare;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * The beginning of a process: nanoseconds from the file to a graph that is ready, of the first and
 * of the tenth dispatch. Medians, if several processes were begun.
 *
 * @param starts how many that were
 * @param earlyHeapBytes a dispatch, from the 101st to the 200th, while the JVM still compiles;
 *     empty if 200 dispatches take longer than the warm-up
 */
public record ColdStart(
    int starts,
    double build,
    double firstDispatch,
    double tenthDispatch,
    OptionalDouble earlyHeapBytes) {
  /** Dispatches until the tenth is done. */
  static final int RUNS = 10;

  /** Dispatches before those whose heap bytes are counted: what is made once is made by then. */
  static final int RUNS_BEFORE_EARLY = 100;

  /** Dispatches whose heap bytes are counted. */
  static final int EARLY_RUNS = 100;

  /** What was seen of one process: see the members of the same names. */
  record Start(long build, List<Long> dispatches) {}

  static ColdStart of(List<Start> starts, OptionalDouble earlyHeapBytes) {
    return new ColdStart(
        starts.size(),
        median(starts, Start::build),
        median(starts, start -> start.dispatches().getFirst()),
        median(starts, start -> start.dispatches().getLast()),
        earlyHeapBytes);
  }

  private static double median(List<Start> starts, ToLongFunction<Start> what) {
    return Statistics.median(starts.stream().mapToLong(what).boxed().toList());
  }
}
