package dev.webnn4j.cli.bench;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A line on a terminal that says that something is going on; nothing elsewhere. */
final class Progress {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(250);
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean shown;
  private long last = System.nanoTime();

  Progress(PrintWriter err) {
    this.err = err;
    this.shown = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** Counts the runs of a phase, between which it writes. */
  LongSupplier counting(String phase, LongSupplier run) {
    int[] runs = {0};
    return () -> {
      runs[0]++;
      show(phase, runs[0]);
      return run.getAsLong();
    };
  }

  private void show(String phase, int run) {
    long now = System.nanoTime();
    if (shown && now - last >= INTERVAL) {
      last = now;
      err.print(ERASE_LINE + phase + ": run " + run);
      err.flush();
    }
  }

  void clear() {
    if (shown) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }
}
