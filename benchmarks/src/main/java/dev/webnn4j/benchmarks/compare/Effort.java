package dev.webnn4j.benchmarks.compare;

/**
 * How long to measure.
 *
 * @param starts processes of each contender whose beginning is measured; the last one stays
 * @param rounds of a block for each contender
 * @param blockSeconds how long a block is at least
 * @param warmUpSeconds how long each contender runs at least before the first round; its heap bytes
 *     early in the process are counted meanwhile, if that is long enough for 200 dispatches
 */
public record Effort(int starts, int rounds, double blockSeconds, double warmUpSeconds) {
  /** A block has so many dispatches at least, however long they take. */
  static final int LEAST_RUNS = 3;

  /** Dispatches before the first round at least: so many it takes until all is compiled. */
  static final int LEAST_WARM_UP_RUNS = 20;

  /** Dispatches before each block that do not count: the caches hold the other engine's data. */
  static final int SETTLING_RUNS = 1;

  /** Whether the warm-up has time for so many dispatches. */
  boolean warmsUpFor(int dispatches, long nanosecondsEach) {
    return 1e-9 * dispatches * nanosecondsEach <= warmUpSeconds;
  }
}
