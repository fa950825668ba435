package dev.webnn4j.js.loop;

import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What {@code loop/timers.js} calls. */
public final class TimerHost {
  // Timers further away than this are set by mistake; browsers cut at 31 bits of milliseconds too.
  private static final double LONGEST = Integer.MAX_VALUE;

  private final EventLoop loop;
  private final TimerQueue timers;
  private final FrameQueue frames;
  private final Clock clock;

  TimerHost(EventLoop loop, TimerQueue timers, FrameQueue frames, Clock clock) {
    this.loop = loop;
    this.timers = timers;
    this.frames = frames;
    this.clock = clock;
  }

  /** Sets a timeout or an interval; the id is what clears it. */
  @HostAccess.Export
  public int setTimer(Value callback, double delay, boolean repeat, Value arguments) {
    double millis = delay > 0 && delay <= LONGEST ? delay : 0;
    Duration wait = Duration.ofNanos((long) (Math.floor(millis) * 1e6));
    return timers.set(callback, wait, repeat, List.of(arguments.as(Object[].class)));
  }

  /** Clears a timeout or an interval. */
  @HostAccess.Export
  public void clearTimer(int id) {
    timers.clear(id);
  }

  /** Asks for a callback in the next frame; the id is what cancels it. */
  @HostAccess.Export
  public int requestFrame(Value callback) {
    return frames.request(callback);
  }

  /** Cancels a frame callback. */
  @HostAccess.Export
  public void cancelFrame(int id) {
    frames.cancel(id);
  }

  /** Milliseconds since the loop was made, with fractions. */
  @HostAccess.Export
  public double now() {
    return clock.millis();
  }

  /** Reports a value that JavaScript threw and nobody caught. */
  @HostAccess.Export
  public void reportException(Value error) {
    report(error, UncaughtError.Kind.EXCEPTION);
  }

  /** Reports the reason of a rejected promise that nobody handles. */
  @HostAccess.Export
  public void reportRejection(Value reason) {
    report(reason, UncaughtError.Kind.REJECTION);
  }

  private void report(Value error, UncaughtError.Kind kind) {
    loop.reportUncaught(new UncaughtError(loop.thrown(error), kind));
  }
}
