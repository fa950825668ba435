package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Blocks;
import dev.webnn4j.op.DequantizeLinear;

/** The floats that integers stand for. */
final class DequantizeKernel extends BlockKernel {
  private final Floats floats;
  private final Integers integers;
  private final StridedView parameters;
  private final long[][] inputs;
  private final long[][] zeroPoints;
  private final float[][] scales;

  private DequantizeKernel(Node node, KernelContext context) {
    super(node.result().type().elementCount());
    floats = Floats.of(node.result().type().dataType());
    integers = Integers.of(node.operand(DequantizeLinear.INPUT).type().dataType());
    Blocks blocks = DequantizeLinear.blocks(node.call());
    parameters = StridedView.broadcast(blocks.parameters(), blocks.elements());
    inputs = new long[context.workers()][BLOCK];
    zeroPoints = new long[context.workers()][BLOCK];
    scales = new float[context.workers()][BLOCK];
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("dequantize", new DequantizeKernel(node, context));
  }

  @Override
  void block(Buffers buffers, int worker, long at, int count) {
    long[] input = inputs[worker];
    long[] zeroPoint = zeroPoints[worker];
    float[] scale = scales[worker];
    integers.load(buffers.input(0), at, 1, input, 0, count);
    parameters.load(floats, buffers.input(1), at, scale, count);
    parameters.load(integers, buffers.input(2), at, zeroPoint, count);
    for (int i = 0; i < count; i++) {
      // The difference of two 32-bit integers is exact in a double, not in a float.
      scale[i] = (float) ((double) (input[i] - zeroPoint[i]) * scale[i]);
    }
    floats.store(scale, 0, buffers.output(), at, count);
  }
}
