package dev.webnn4j.js.loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/**
 * A timeout or an interval.
 *
 * @param id what {@code setTimeout} returned
 * @param due the time of the next call, on the loop's {@link Clock}
 * @param sequence tells timers apart that are due at the same time: first set, first called
 * @param period between the calls of an interval; empty for a timeout
 */
record Timer(
    int id,
    long due,
    long sequence,
    Optional<Duration> period,
    Value callback,
    List<Object> arguments) {
  static final Comparator<Timer> BY_TIME =
      Comparator.comparingLong(Timer::due).thenComparingLong(Timer::sequence);

  /** The same interval, set again. */
  Timer again(long now, long newSequence) {
    long next = now + period.orElseThrow().toNanos();
    return new Timer(id, next, newSequence, period, callback, arguments);
  }
}
