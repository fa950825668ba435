package dev.webnn4j.js.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;

/**
 * A watchdog over a context: interrupts its JavaScript when the time is up, even an endless loop.
 */
public final class Deadline implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Context context;
  private final Consumer<Optional<Duration>> expiry;
  private final Thread watchdog;

  Deadline(Context context, Duration limit, Consumer<Optional<Duration>> expiry) {
    this.context = context;
    this.expiry = expiry;
    watchdog = Thread.ofPlatform().daemon().name("deadline").start(() -> watch(limit));
  }

  private void watch(Duration limit) {
    try {
      if (closed.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      expiry.accept(Optional.of(limit));
      context.interrupt(PATIENCE);
    } catch (TimeoutException e) {
      // Java code that a script called does not return: only ending the context is left.
      context.close(true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops the watch; afterwards no interruption comes any more. */
  @Override
  public void close() {
    closed.countDown();
    try {
      watchdog.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    expiry.accept(Optional.empty());
  }
}
