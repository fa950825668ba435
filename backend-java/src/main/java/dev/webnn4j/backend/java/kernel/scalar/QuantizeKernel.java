package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Blocks;
import dev.webnn4j.op.QuantizeLinear;

/** The integers that stand for floats, by their formula, in double precision. */
final class QuantizeKernel extends BlockKernel {
  private final Floats floats;
  private final Integers integers;
  private final StridedView parameters;
  private final double min;
  private final double max;
  private final float[][] inputs;
  private final float[][] scales;
  private final long[][] zeroPoints;

  private QuantizeKernel(Node node, KernelContext context) {
    super(node.result().type().elementCount());
    MLOperandDataType type = node.result().type().dataType();
    floats = Floats.of(node.operand(QuantizeLinear.INPUT).type().dataType());
    integers = Integers.of(type);
    Blocks blocks = QuantizeLinear.blocks(node.call());
    parameters = StridedView.broadcast(blocks.parameters(), blocks.elements());
    boolean signed = type.kind() == MLOperandDataType.Kind.SIGNED;
    min = signed ? -Math.scalb(1.0, type.bits() - 1) : 0;
    max = Math.scalb(1.0, type.bits() - (signed ? 1 : 0)) - 1;
    inputs = new float[context.workers()][BLOCK];
    scales = new float[context.workers()][BLOCK];
    zeroPoints = new long[context.workers()][BLOCK];
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("quantize", new QuantizeKernel(node, context));
  }

  @Override
  void block(Buffers buffers, int worker, long at, int count) {
    float[] input = inputs[worker];
    float[] scale = scales[worker];
    long[] zeroPoint = zeroPoints[worker];
    floats.load(buffers.input(0), at, input, 0, count);
    parameters.load(floats, buffers.input(1), at, scale, count);
    parameters.load(integers, buffers.input(2), at, zeroPoint, count);
    for (int i = 0; i < count; i++) {
      double steps = Math.rint((double) input[i] / scale[i]);
      // Every sum that is in range is exact, and NaN as a long is 0.
      zeroPoint[i] = (long) Math.min(Math.max(steps + zeroPoint[i], min), max);
    }
    integers.store(zeroPoint, 0, buffers.output(), at, count);
  }
}
