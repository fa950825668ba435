package dev.webnn4j.benchmarks.engine;

import java.lang.foreign.MemorySegment;
import java.util.SequencedMap;

/** A model in an engine, ready to run; its inputs and outputs stay where they are. */
public interface Session extends AutoCloseable {
  /** The memory of each input, to be filled before a run: dense elements in native order. */
  SequencedMap<String, MemorySegment> inputs();

  /** The memory of each output, which a run fills. */
  SequencedMap<String, MemorySegment> outputs();

  /** The multiply-adds of the convolutions and matrix products in a run; 0 if it is not known. */
  long multiplyAdds();

  /** Computes the outputs; returns when they are there. */
  void run();

  @Override
  void close();
}
