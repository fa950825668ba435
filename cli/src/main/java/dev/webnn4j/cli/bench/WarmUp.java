package dev.webnn4j.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Runs until the times have settled: the JVM interprets what it runs first, and compiles it twice
 * while it runs on. Times are settled when the medians of {@value #WINDOWS} windows in a row are
 * within {@value #SPREAD_PERCENT} % of each other, and the JVM's compilers were busy for no more
 * than {@value #COMPILING_PERCENT} % of that time. A window is {@value #WINDOW_MS} ms long and has
 * {@value #WINDOW_RUNS} runs at least.
 *
 * @param runs how many there were
 * @param nanos how long all took
 * @param firstNanos how long the first took
 * @param medians those of the last windows, in nanoseconds
 * @param settled whether they are near enough; if not, the time was over
 */
record WarmUp(int runs, long nanos, long firstNanos, List<Long> medians, boolean settled) {
  private static final long MS = 1_000_000;

  static final int WINDOWS = 3;
  static final int WINDOW_RUNS = 5;
  static final int WINDOW_MS = 200;
  static final int SPREAD_PERCENT = 5;
  static final int COMPILING_PERCENT = 10;

  WarmUp {
    medians = List.copyOf(medians);
  }

  private record Window(long median, long nanos, long compilingMs) {}

  /**
   * Warms up.
   *
   * @param run runs once, and gives the nanoseconds it took
   * @param compilingMs how long the JVM's compilers have been busy so far
   * @param longest after how many nanoseconds to give up, though not before the first run
   * @param stop whether to give up
   */
  static WarmUp of(LongSupplier run, LongSupplier compilingMs, long longest, BooleanSupplier stop) {
    List<Window> windows = new ArrayList<>();
    long first = run.getAsLong();
    long total = first;
    int runs = 1;
    boolean settled = false;
    while (!settled && total < longest && !stop.getAsBoolean()) {
      List<Long> times = new ArrayList<>();
      long compiledBefore = compilingMs.getAsLong();
      long nanos = 0;
      while (!isWindow(times, nanos) && total < longest && !stop.getAsBoolean()) {
        long time = run.getAsLong();
        times.add(time);
        nanos += time;
        total += time;
        runs++;
      }
      if (isWindow(times, nanos)) {
        long median = Latency.of(times).median();
        windows.add(new Window(median, nanos, compilingMs.getAsLong() - compiledBefore));
        settled = isSettled(windows);
      }
    }
    List<Long> medians = last(windows).stream().map(Window::median).toList();
    return new WarmUp(runs, total, first, medians, settled);
  }

  private static boolean isWindow(List<Long> times, long nanos) {
    return times.size() >= WINDOW_RUNS && nanos >= WINDOW_MS * MS;
  }

  private static List<Window> last(List<Window> windows) {
    return windows.subList(Math.max(0, windows.size() - WINDOWS), windows.size());
  }

  private static boolean isSettled(List<Window> windows) {
    if (windows.size() < WINDOWS) {
      return false;
    }
    List<Window> last = last(windows);
    long least = last.stream().mapToLong(Window::median).min().orElseThrow();
    long most = last.stream().mapToLong(Window::median).max().orElseThrow();
    long nanos = last.stream().mapToLong(Window::nanos).sum();
    long compiling = last.stream().mapToLong(Window::compilingMs).sum() * MS;
    return most - least <= least * SPREAD_PERCENT / 100
        && compiling <= nanos * COMPILING_PERCENT / 100;
  }

  /** One line for people. */
  String line() {
    String how =
        settled
            ? " until settled"
            : medians.isEmpty()
                ? ", not settled"
                : ", not settled: the last medians are "
                    + String.join(", ", medians.stream().map(Numbers::milliseconds).toList())
                    + " ms";
    return "warm-up: %s in %s s%s (first %s ms)"
        .formatted(
            Numbers.count(runs, "run"),
            Numbers.seconds(nanos),
            how,
            Numbers.milliseconds(firstNanos));
  }
}
