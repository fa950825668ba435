package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Concat;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** The inputs one after the other: each part copies what one input has at one outer index. */
final class ConcatKernel extends PartedKernel {
  private final long[] bytes;
  private final long[] offsets;
  private final long rowBytes;

  private ConcatKernel(long outer, long[] bytes, long[] offsets, long rowBytes) {
    super(outer * bytes.length);
    this.bytes = bytes;
    this.offsets = offsets;
    this.rowBytes = rowBytes;
  }

  static Candidate offer(Node node, KernelContext context) {
    List<Value> inputs = node.operands().all(Concat.INPUTS);
    Shape result = node.result().shape();
    int axis = node.call().axis(Concat.AXIS, result.rank());
    long width = node.result().type().dataType().bits() / Byte.SIZE;
    long[] bytes = new long[inputs.size()];
    long[] offsets = new long[inputs.size()];
    long offset = 0;
    for (int i = 0; i < bytes.length; i++) {
      Shape shape = inputs.get(i).shape();
      bytes[i] = shape.elementCount(axis, shape.rank()) * width;
      offsets[i] = offset;
      offset += bytes[i];
    }
    long outer = result.elementCount(0, axis);
    return Candidate.accept("concat", new ConcatKernel(outer, bytes, offsets, offset));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    int input = part % bytes.length;
    long outer = part / bytes.length;
    MemorySegment.copy(
        buffers.input(input),
        outer * bytes[input],
        buffers.output(),
        outer * rowBytes + offsets[input],
        bytes[input]);
  }
}
