package dev.webnn4j.js.loop;

import java.time.Duration;

/**
 * Decides when a page that would never end is quiet.
 *
 * <p>A browser has no such moment. Here, intervals and animations that ask for frame after frame
 * are given some time to come to an end (fades and progress bars do); when nothing else was left
 * for that long, they no longer count.
 */
final class Patience {
  private final TimerQueue timers;
  private final FrameQueue frames;
  private final Clock clock;
  private long time = Duration.ofSeconds(2).toNanos();
  private long onlyRecurringSince;

  Patience(TimerQueue timers, FrameQueue frames, Clock clock) {
    this.timers = timers;
    this.frames = frames;
    this.clock = clock;
  }

  void set(Duration patience) {
    time = patience.toNanos();
  }

  /** To be called whenever there is other work. */
  void restart() {
    onlyRecurringSince = clock.nanos();
  }

  /** Whether anything but recurring work is due some time. */
  boolean hasOneTimeWork() {
    return timers.hasTimeouts() || frames.hasOneTimeRequests();
  }

  /** Whether timers and frames are reason enough to go on. */
  boolean worthWaiting() {
    if (hasOneTimeWork()) {
      restart();
      return true;
    }
    boolean recurring = timers.nextDue() != Long.MAX_VALUE || !frames.isEmpty();
    return recurring && clock.nanos() - onlyRecurringSince < time;
  }
}
