package dev.webnn4j.benchmarks.compare;

import java.util.Collection;
import java.util.List;

/** What is told of many times. */
final class Statistics {
  private Statistics() {}

  /** The middle one; of an even number the mean of the middle two. */
  static double median(Collection<Long> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing has no median");
    }
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : (sorted[middle - 1] + (double) sorted[middle]) / 2;
  }

  /** The times of all rounds. */
  static List<Long> all(List<List<Long>> rounds) {
    return rounds.stream().flatMap(List::stream).toList();
  }
}
