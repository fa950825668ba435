package dev.webnn4j.benchmarks.child;

import com.sun.management.ThreadMXBean;
import dev.webnn4j.benchmarks.engine.Session;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Runs a model again and again and notes how long each run took and what all allocated. */
final class Stopwatch {
  /** The longest block: what its times take is there before it begins. */
  private static final int MOST_RUNS = 100_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  /**
   * Loads what counts bytes. Done before there is an engine, so that the JVM does not compile it
   * beside the first runs.
   */
  static void load() {
    long _ = allocatedBytes();
  }

  static String runs(Session session, int count) {
    if (count > MOST_RUNS) {
      throw new IllegalArgumentException("a block has at most " + MOST_RUNS + " runs");
    }
    return measure(session, count, 0, count);
  }

  static String seconds(Session session, double seconds, int leastRuns) {
    return measure(session, leastRuns, (long) (seconds * 1e9), MOST_RUNS);
  }

  /** Runs at least so often and at least so long, but not more often than that. */
  private static String measure(Session session, int leastRuns, long nanoseconds, int mostRuns) {
    long[] times = new long[mostRuns];
    int done = 0;
    long begin = System.nanoTime();
    long allocated = allocatedBytes();
    long before = begin;
    while (done < mostRuns && (done < leastRuns || before - begin < nanoseconds)) {
      session.run();
      long after = System.nanoTime();
      times[done++] = after - before;
      before = after;
    }
    allocated = allocatedBytes() - allocated;
    // Fails if the last run did: what takes no time because it fails must not count.
    session.outputs();
    return Protocol.line(
        allocated,
        Arrays.stream(times, 0, done).mapToObj(Long::toString).collect(Collectors.joining(" ")));
  }

  /** By all threads since the process began, those that have ended as well. */
  private static long allocatedBytes() {
    return THREADS.getTotalThreadAllocatedBytes();
  }
}
