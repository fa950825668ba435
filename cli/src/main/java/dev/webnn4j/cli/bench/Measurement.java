package dev.webnn4j.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The times of the runs that count.
 *
 * @param runs in nanoseconds each
 */
record Measurement(List<Long> runs) {
  Measurement {
    runs = List.copyOf(runs);
  }

  /**
   * How long to measure: at least one run in any case.
   *
   * @param nanos until the runs took so much time together
   * @param runs until there were so many
   */
  record Length(long nanos, int runs) {
    static Length ofSeconds(double seconds) {
      return new Length(Numbers.toNanos(seconds), Integer.MAX_VALUE);
    }

    static Length ofRuns(int runs) {
      return new Length(Long.MAX_VALUE, runs);
    }
  }

  /**
   * Measures.
   *
   * @param run runs once, and gives the nanoseconds it took
   * @param stop whether to end earlier
   */
  static Measurement of(LongSupplier run, Length length, BooleanSupplier stop) {
    List<Long> runs = new ArrayList<>();
    long total = 0;
    do {
      long time = run.getAsLong();
      runs.add(time);
      total += time;
    } while (total < length.nanos && runs.size() < length.runs && !stop.getAsBoolean());
    return new Measurement(runs);
  }

  /** The time of all runs, without what lies between them. */
  long nanos() {
    return runs.stream().mapToLong(Long::longValue).sum();
  }

  double runsPerSecond() {
    return (double) runs.size() / Numbers.toSeconds(nanos());
  }
}
