package dev.webnn4j.js.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ObjDoubleConsumer;
import org.graalvm.polyglot.Value;

/** Callbacks for the next animation frame; frames come sixty times a second. */
final class FrameQueue {
  private static final long PERIOD = 1_000_000_000L / 60;

  /**
   * A callback.
   *
   * @param recurring whether it was asked for within a frame, as endless animations do
   */
  private record Request(int id, Value callback, boolean recurring) {}

  private final Clock clock;
  private final Deque<Request> next = new ArrayDeque<>();
  private final Deque<Request> current = new ArrayDeque<>();
  private boolean inFrame;
  private long due;
  private int lastId;

  FrameQueue(Clock clock) {
    this.clock = clock;
  }

  int request(Value callback) {
    next.add(new Request(++lastId, callback, inFrame));
    return lastId;
  }

  void cancel(int id) {
    next.removeIf(request -> request.id() == id);
    // A callback may cancel one that would come later in the same frame.
    current.removeIf(request -> request.id() == id);
  }

  /**
   * Runs a frame if one was asked for and its time has come.
   *
   * @param caller calls a callback with the frame's time in milliseconds
   */
  boolean runDue(ObjDoubleConsumer<Value> caller) {
    long now = clock.nanos();
    if (next.isEmpty() || now < due) {
      return false;
    }
    due = now + PERIOD;
    current.addAll(next);
    next.clear();
    inFrame = true;
    try {
      while (!current.isEmpty()) {
        caller.accept(current.poll().callback(), now / 1e6);
      }
    } finally {
      inFrame = false;
    }
    return true;
  }

  /** When the next frame is due; {@link Long#MAX_VALUE} for never. */
  long nextDue() {
    return next.isEmpty() ? Long.MAX_VALUE : due;
  }

  /** Whether anything but the next frame of running animations is asked for. */
  boolean hasOneTimeRequests() {
    return next.stream().anyMatch(request -> !request.recurring());
  }

  boolean isEmpty() {
    return next.isEmpty();
  }
}
