package dev.webnn4j.backend.java.exec;

import dev.webnn4j.backend.java.kernel.Buffers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of threads that wait for the next step by spinning briefly, since steps follow
 * each other within microseconds, and then sleep, since a thread that spins for ever takes a core
 * from everybody else.
 *
 * <p>One thread at a time calls {@link #run}. Nobody waits for a thread that is slow to wake: the
 * parts it did not claim in time are done by the others.
 */
public final class WorkerPool implements Workers, AutoCloseable {
  /**
   * A few microseconds, as long as most pauses between two steps are. Who waits longer lets others
   * go first: if the awaited thread has lost its core to somebody, it may be to us.
   */
  private static final int SPINS = 200;

  /**
   * Some hundred microseconds more before a thread sleeps, which is what a program takes from one
   * dispatch to the next. Who is woken again may have to share a core for milliseconds, until the
   * system sees that another is idle.
   */
  private static final int YIELDS = 600;

  /** Above any number of parts: nobody can claim one. */
  private static final long CLOSED = Integer.MAX_VALUE;

  private final Helper[] helpers;

  // The current job. It changes only while its epoch is closed, between the last part of one job
  // and the first of the next: so what a helper read belongs to an epoch if it then claims a part
  // of that epoch. The count is volatile, lest a helper see the next job's before the closing and
  // take a part that this job does not have.
  private Task task;
  private Buffers buffers;
  private volatile int parts;

  /** The epoch in the upper half, the next part nobody has claimed in the lower. */
  private final AtomicLong claims = new AtomicLong();

  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * Starts the threads.
   *
   * @param threads how many work at once, the caller of {@link #run} included
   */
  public WorkerPool(int threads) {
    helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1);
    }
    for (Helper helper : helpers) {
      helper.thread.start();
    }
  }

  @Override
  public int count() {
    return helpers.length + 1;
  }

  @Override
  public void run(int partCount, Task newTask, Buffers newBuffers) {
    if (partCount == 1 || helpers.length == 0) {
      for (int part = 0; part < partCount; part++) {
        newTask.run(newBuffers, part, 0);
      }
      return;
    }
    long epoch = epoch() + 1;
    claims.set((epoch - 1) << 32 | CLOSED);
    task = newTask;
    buffers = newBuffers;
    parts = partCount;
    done.set(0);
    claims.set(epoch << 32);
    for (Helper helper : helpers) {
      helper.wake();
    }
    work(epoch, 0);
    awaitDone(partCount);
    if (failure.get() != null) {
      rethrow(failure.getAndSet(null));
    }
  }

  /**
   * Turns until all parts are done. A loop of its own, as that of the helpers: the JVM takes loops
   * that turn so often for the hottest of all, and would compile what stands around them again and
   * again just when the cores are needed.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  private void awaitDone(int partCount) {
    for (int turn = 0; done.get() < partCount; turn++) {
      if (turn < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Claims and does parts of an epoch until none are left. */
  private void work(long epoch, int worker) {
    Task currentTask = task;
    Buffers currentBuffers = buffers;
    int count = parts;
    while (true) {
      long claim = claims.get();
      int part = (int) claim;
      if (claim >>> 32 != epoch || part >= count) {
        return;
      }
      if (claims.compareAndSet(claim, claim + 1)) {
        try {
          currentTask.run(currentBuffers, part, worker);
        } catch (Throwable failed) {
          failure.compareAndSet(null, failed);
        } finally {
          done.incrementAndGet();
        }
      }
    }
  }

  private static void rethrow(Throwable failed) {
    switch (failed) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failed);
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper.thread);
    }
  }

  private final class Helper implements Runnable {
    private final int worker;
    private final Thread thread;
    private volatile boolean asleep;

    Helper(int worker) {
      this.worker = worker;
      this.thread = Thread.ofPlatform().daemon().name("webnn-worker-" + worker).unstarted(this);
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      long seen = 0;
      while (!closed) {
        seen = awaitEpochAfter(seen);
        work(seen, worker);
      }
    }

    private long awaitEpochAfter(long seen) {
      while (!closed) {
        long epoch = turnUntilAfter(seen);
        if (epoch != seen) {
          return epoch;
        }
        // Announced before the last look at the epoch, so that a job published in between is
        // either seen here or wakes this thread.
        asleep = true;
        if (epoch() == seen && !closed) {
          LockSupport.park(WorkerPool.this);
        }
        asleep = false;
      }
      return seen;
    }

    /** The next epoch, or the last one if none comes soon. */
    @SuppressWarnings("ThreadPriorityCheck")
    private long turnUntilAfter(long seen) {
      for (int turn = 0; turn < SPINS + YIELDS && epoch() == seen && !closed; turn++) {
        if (turn < SPINS) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
      return epoch();
    }
  }

  private long epoch() {
    return claims.get() >>> 32;
  }
}
