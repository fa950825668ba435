package dev.webnn4j.js.loop;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.graalvm.polyglot.Value;

/** The timeouts and intervals that are set, in the order in which they are due. */
final class TimerQueue {
  // An interval of nothing would leave no time for anything else.
  private static final Duration SHORTEST_PERIOD = Duration.ofMillis(1);

  private final Clock clock;
  private final PriorityQueue<Timer> queue = new PriorityQueue<>(Timer.BY_TIME);
  private final Map<Integer, Timer> byId = new HashMap<>();
  private int lastId;
  private long lastSequence;

  TimerQueue(Clock clock) {
    this.clock = clock;
  }

  int set(Value callback, Duration delay, boolean repeat, List<Object> arguments) {
    Duration wait = repeat && delay.compareTo(SHORTEST_PERIOD) < 0 ? SHORTEST_PERIOD : delay;
    add(
        new Timer(
            ++lastId,
            clock.nanos() + wait.toNanos(),
            ++lastSequence,
            repeat ? Optional.of(wait) : Optional.empty(),
            callback,
            arguments));
    return lastId;
  }

  void clear(int id) {
    Timer timer = byId.remove(id);
    if (timer != null) {
      queue.remove(timer);
    }
  }

  /** Takes the next timer if its time has come; an interval is set again at once. */
  Optional<Timer> takeDue() {
    Timer next = queue.peek();
    long now = clock.nanos();
    if (next == null || next.due() > now) {
      return Optional.empty();
    }
    clear(next.id());
    if (next.period().isPresent()) {
      add(next.again(now, ++lastSequence));
    }
    return Optional.of(next);
  }

  /** When the next timer is due; {@link Long#MAX_VALUE} for never. */
  long nextDue() {
    return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().due();
  }

  /** Whether any timer is set that is not an interval. */
  boolean hasTimeouts() {
    return queue.stream().anyMatch(timer -> timer.period().isEmpty());
  }

  private void add(Timer timer) {
    queue.add(timer);
    byId.put(timer.id(), timer);
  }
}
