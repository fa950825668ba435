package dev.webnn4j.spi;

import java.lang.foreign.MemorySegment;

/** A graph ready to run. A context runs one graph at a time, each from start to end. */
public interface CompiledGraph extends AutoCloseable {
  /**
   * Computes the outputs. Both arrays are in the order of the graph's inputs and outputs; each
   * segment is native memory of at least the size of its value, aligned to its element type.
   */
  void run(MemorySegment[] inputs, MemorySegment[] outputs);

  /** Frees the graph's memory. */
  @Override
  void close();
}
