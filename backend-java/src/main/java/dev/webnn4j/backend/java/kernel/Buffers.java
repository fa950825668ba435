package dev.webnn4j.backend.java.kernel;

import java.lang.foreign.MemorySegment;

/**
 * The memory of one step: its operands in the order of {@code node.operands().flat()}, and its
 * results. Each segment is native and holds a dense tensor. Filled by the executor: once for what
 * lies in the graph's arena, for each run with the caller's tensors.
 */
public final class Buffers {
  private final MemorySegment[] inputs;
  private final MemorySegment[] outputs;

  public Buffers(int inputs, int outputs) {
    this.inputs = new MemorySegment[inputs];
    this.outputs = new MemorySegment[outputs];
  }

  public MemorySegment input(int index) {
    return inputs[index];
  }

  public MemorySegment output(int index) {
    return outputs[index];
  }

  /** The result of a step that has one. */
  public MemorySegment output() {
    return outputs[0];
  }

  public void setInput(int index, MemorySegment segment) {
    inputs[index] = segment;
  }

  public void setOutput(int index, MemorySegment segment) {
    outputs[index] = segment;
  }
}
