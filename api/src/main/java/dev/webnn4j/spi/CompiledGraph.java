package dev.webnn4j.spi;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** A graph ready to run. A context runs one graph at a time, each from start to end. */
public interface CompiledGraph extends AutoCloseable {
  /**
   * Computes the outputs. Both arrays are in the order of the graph's inputs and outputs; each
   * segment is native memory of at least the size of its value, aligned to its element type.
   */
  void run(MemorySegment[] inputs, MemorySegment[] outputs);

  /**
   * Runs like {@link #run} and says what each step took.
   *
   * @return the steps in the order of execution
   * @throws UnsupportedOperationException if the engine cannot time its steps
   */
  default List<StepProfile> profile(MemorySegment[] inputs, MemorySegment[] outputs) {
    throw new UnsupportedOperationException(
        "this engine cannot time the steps of a graph; choose another, such as the engine 'java'");
  }

  /** Frees the graph's memory. */
  @Override
  void close();
}
