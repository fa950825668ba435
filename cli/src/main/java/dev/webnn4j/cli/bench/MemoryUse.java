package dev.webnn4j.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What memory the process takes. */
final class MemoryUse {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(?<kilobytes>\\d+) kB");

  private MemoryUse() {}

  /**
   * The bytes of Java heap that a task allocates, on whatever threads, those that end meanwhile
   * too. The JVM's own count; what other programs do does not change it.
   *
   * @param times how often to do it: the number is the mean
   */
  static long heapBytes(Runnable task, int times) {
    var threads = ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
    long before = threads.getTotalThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      task.run();
    }
    return Math.ceilDiv(threads.getTotalThreadAllocatedBytes() - before, (long) times);
  }

  /** The most memory that the process had at a time; only Linux keeps it. */
  static Optional<Long> peakBytes() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(status);
      return lines.stream()
          .map(PEAK::matcher)
          .filter(Matcher::matches)
          .map(line -> Long.parseLong(line.group("kilobytes")) * 1024)
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
