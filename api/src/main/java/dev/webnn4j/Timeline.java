package dev.webnn4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The queue of a context: whatever touches tensors runs here, one after the other, in the order it
 * was asked for. Its one thread is a daemon and goes away when there is nothing to do.
 */
final class Timeline {
  private static final AtomicLong COUNTER = new AtomicLong();
  private static final long IDLE_SECONDS = 5;

  private final ThreadPoolExecutor executor;
  private final AtomicLong unfinished = new AtomicLong();

  Timeline() {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task ->
                Thread.ofPlatform()
                    .daemon()
                    .name("webnn-timeline-" + COUNTER.incrementAndGet())
                    .unstarted(task));
    executor.allowCoreThreadTimeOut(true);
  }

  /** Queues a task and goes on. */
  <T> CompletableFuture<T> submit(Supplier<T> task) {
    unfinished.incrementAndGet();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return task.get();
          } finally {
            unfinished.decrementAndGet();
          }
        },
        executor);
  }

  /** Queues a task that sees to its own failures. */
  void post(Runnable task) {
    unfinished.incrementAndGet();
    executor.execute(
        () -> {
          try {
            task.run();
          } finally {
            unfinished.decrementAndGet();
          }
        });
  }

  /** Whether nothing is queued or running, so that the caller may touch its tensors itself. */
  boolean isIdle() {
    return unfinished.get() == 0;
  }

  /** Waits for a queued task and hands on its exception as it was thrown. */
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
