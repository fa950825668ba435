package dev.webnn4j.js.loop;

/** Monotonic time since the loop was made. */
final class Clock {
  private final long start = System.nanoTime();

  long nanos() {
    return System.nanoTime() - start;
  }

  double millis() {
    return nanos() / 1e6;
  }
}
