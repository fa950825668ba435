package dev.webnn4j.benchmarks.child;

import java.util.List;

/**
 * Runs that were measured one after another.
 *
 * @param allocatedBytes on the Java heap, by all threads of the process
 * @param nanoseconds of each run
 */
public record Block(long allocatedBytes, List<Long> nanoseconds) {
  public Block {
    nanoseconds = List.copyOf(nanoseconds);
    if (nanoseconds.isEmpty()) {
      throw new IllegalArgumentException("a block has one run at least");
    }
  }

  /** How long all runs took. */
  public double seconds() {
    return 1e-9 * nanoseconds.stream().mapToLong(Long::longValue).sum();
  }

  /** Bytes a run. */
  public double bytesPerRun() {
    return (double) allocatedBytes / nanoseconds.size();
  }
}
