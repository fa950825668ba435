package dev.webnn4j.cli.bench;

import java.util.Collection;
import java.util.List;

/** How the times of many runs are distributed. All in nanoseconds. */
record Latency(long min, long mean, long median, long p90, long p95, long p99, long max) {
  /**
   * Sums up times.
   *
   * @param nanos of each run; at least one
   */
  static Latency of(Collection<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int middle = sorted.size() / 2;
    boolean odd = sorted.size() % 2 == 1;
    return new Latency(
        sorted.getFirst(),
        Math.round(sorted.stream().mapToLong(Long::longValue).average().orElseThrow()),
        odd ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2,
        percentile(sorted, 90),
        percentile(sorted, 95),
        percentile(sorted, 99),
        sorted.getLast());
  }

  /** Whether the times are so far apart that their median says little. */
  boolean varies() {
    return p90 > median + median / 4;
  }

  /** The least of the times that so many percent of all are not above. */
  private static long percentile(List<Long> sorted, int percent) {
    return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }
}
