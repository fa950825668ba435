package dev.webnn4j.backend.java.plan;

import dev.webnn4j.backend.java.kernel.Buffers;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A graph as steps in order, with all memory bound but the caller's tensors.
 *
 * @param borders where the caller's tensors go before each run
 * @param copies outputs that no step writes by itself
 * @param memory where the intermediate values lie
 * @param kernelBytes what the kernels allocated for packed constants and scratch
 * @param constantBytes the constants that steps read as they are
 */
public record ExecutionPlan(
    List<Step> steps,
    List<Border> borders,
    List<Copy> copies,
    MemoryPlan memory,
    long kernelBytes,
    long constantBytes) {

  /** A place in a step's buffers that holds one of the caller's tensors. */
  public sealed interface Border {
    /** Puts the tensors of a run in place. */
    void bind(MemorySegment[] inputs, MemorySegment[] outputs);
  }

  /** An operand that is an input of the graph. */
  record InputOperand(Buffers buffers, int index, int input) implements Border {
    @Override
    public void bind(MemorySegment[] inputs, MemorySegment[] outputs) {
      buffers.setInput(index, inputs[input]);
    }
  }

  /** An operand that is an output of the graph, read again. */
  record OutputOperand(Buffers buffers, int index, int output) implements Border {
    @Override
    public void bind(MemorySegment[] inputs, MemorySegment[] outputs) {
      buffers.setInput(index, outputs[output]);
    }
  }

  /** A result that is an output of the graph. */
  record OutputResult(Buffers buffers, int index, int output) implements Border {
    @Override
    public void bind(MemorySegment[] inputs, MemorySegment[] outputs) {
      buffers.setOutput(index, outputs[output]);
    }
  }

  /** Fills an output from somewhere else at the end of a run. */
  public sealed interface Copy {
    void run(MemorySegment[] inputs, MemorySegment[] outputs);
  }

  /** The output is a constant. */
  record CopyConstant(MemorySegment source, int output) implements Copy {
    @Override
    public void run(MemorySegment[] inputs, MemorySegment[] outputs) {
      MemorySegment.copy(source, 0, outputs[output], 0, source.byteSize());
    }
  }

  /** The output is an input. */
  record CopyInput(int input, int output, long bytes) implements Copy {
    @Override
    public void run(MemorySegment[] inputs, MemorySegment[] outputs) {
      MemorySegment.copy(inputs[input], 0, outputs[output], 0, bytes);
    }
  }

  /** The output is another output under a second name. */
  record CopyOutput(int source, int output, long bytes) implements Copy {
    @Override
    public void run(MemorySegment[] inputs, MemorySegment[] outputs) {
      MemorySegment.copy(outputs[source], 0, outputs[output], 0, bytes);
    }
  }
}
