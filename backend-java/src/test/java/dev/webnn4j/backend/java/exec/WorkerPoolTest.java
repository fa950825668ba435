package dev.webnn4j.backend.java.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.backend.java.kernel.Buffers;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WorkerPoolTest {
  private static final Buffers NOTHING = new Buffers(0, 0);

  @Test
  void everyPartIsDoneOnceWhateverTheTiming() {
    try (WorkerPool pool = new WorkerPool(3)) {
      for (int round = 0; round < 20_000; round++) {
        int parts = 1 + round % 17;
        AtomicIntegerArray done = new AtomicIntegerArray(parts);
        pool.run(parts, (buffers, part, worker) -> done.incrementAndGet(part), NOTHING);
        for (int part = 0; part < parts; part++) {
          assertEquals(1, done.get(part), "round " + round + ", part " + part);
        }
        if (round % 1000 == 0) {
          // Long enough for the helpers to fall asleep.
          LockSupport.parkNanos(5_000_000);
        }
      }
    }
  }

  @Test
  void noTwoPartsHaveTheSameWorkerAtOnce() {
    try (WorkerPool pool = new WorkerPool(3)) {
      AtomicIntegerArray busy = new AtomicIntegerArray(pool.count());
      pool.run(
          200,
          (buffers, part, worker) -> {
            assertEquals(1, busy.incrementAndGet(worker));
            LockSupport.parkNanos(20_000);
            busy.decrementAndGet(worker);
          },
          NOTHING);
    }
  }

  @Test
  void aFailureReachesTheCallerAndThePoolGoesOn() {
    try (WorkerPool pool = new WorkerPool(2)) {
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  pool.run(
                      8,
                      (buffers, part, worker) -> {
                        if (part == 5) {
                          throw new IllegalStateException("part 5");
                        }
                      },
                      NOTHING));
      assertEquals("part 5", failure.getMessage());
      AtomicIntegerArray done = new AtomicIntegerArray(1);
      pool.run(8, (buffers, part, worker) -> done.incrementAndGet(0), NOTHING);
      assertEquals(8, done.get(0));
    }
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    // Threads of pools that other tests forgot may end meanwhile.
    Set<Thread> before = helpers();
    WorkerPool pool = new WorkerPool(4);
    Set<Thread> own = helpers();
    own.removeAll(before);
    assertEquals(3, own.size());
    pool.close();
    for (Thread thread : own) {
      thread.join(5000);
      assertFalse(thread.isAlive());
    }
  }

  private static Set<Thread> helpers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("webnn-worker"))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
