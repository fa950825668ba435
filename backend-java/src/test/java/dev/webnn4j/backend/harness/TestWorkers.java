package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers that make trouble: the last part first, and as many threads as are asked for. */
final class TestWorkers {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

  private TestWorkers() {}

  /** One thread that does the parts backwards, each as another worker. */
  static Workers backwards(int count) {
    return new Workers() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public void run(int parts, Task task, Buffers buffers) {
        for (int part = parts - 1; part >= 0; part--) {
          task.run(buffers, part, part % count);
        }
      }
    };
  }

  /** Real threads that take the parts as they come. */
  static Workers threads(int count) {
    return new Workers() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public void run(int parts, Task task, Buffers buffers) {
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          int worker = i;
          running.add(
              CompletableFuture.runAsync(
                  () -> {
                    for (int part = next.getAndIncrement();
                        part < parts;
                        part = next.getAndIncrement()) {
                      task.run(buffers, part, worker);
                    }
                  },
                  THREADS));
        }
        running.forEach(CompletableFuture::join);
      }
    };
  }
}
