package dev.webnn4j.benchmarks.compare;

/** Nanoseconds at the beginning of a process. */
public record ColdStart(long build, long firstDispatch, long tenthDispatch) {
  /** Dispatches until the tenth is done. */
  static final int RUNS = 10;
}
