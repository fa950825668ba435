package dev.webnn4j.benchmarks.engine;

import java.lang.foreign.MemorySegment;
import java.util.SequencedMap;

/** A model in an engine, ready to run; its inputs and outputs are allocated once. */
public interface Session extends AutoCloseable {
  /** The memory of each input, to be filled before a run: dense elements in native order. */
  SequencedMap<String, MemorySegment> inputs();

  /**
   * What the last run gave, by output.
   *
   * @throws RuntimeException if that run failed
   */
  SequencedMap<String, MemorySegment> outputs();

  /** The multiply-adds of the convolutions and matrix products in a run; 0 if it is not known. */
  long multiplyAdds();

  /** Computes the outputs; returns when they are there. */
  void run();

  @Override
  void close();
}
