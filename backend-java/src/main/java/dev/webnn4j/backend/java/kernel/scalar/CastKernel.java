package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Cast;

/** The same numbers in another data type. */
final class CastKernel extends BlockKernel {
  private final MLOperandDataType from;
  private final MLOperandDataType to;
  private final float[][] floats;
  private final long[][] integers;

  private CastKernel(Node node, KernelContext context) {
    super(node.result().type().elementCount());
    from = node.operand(Cast.INPUT).type().dataType();
    to = node.result().type().dataType();
    floats = new float[context.workers()][BLOCK];
    integers = new long[context.workers()][BLOCK];
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("cast", new CastKernel(node, context));
  }

  @Override
  void block(Buffers buffers, int worker, long at, int count) {
    float[] reals = floats[worker];
    long[] wholes = integers[worker];
    if (from.isFloat()) {
      Floats.of(from).load(buffers.input(0), at, reals, 0, count);
    } else {
      Integers.of(from).load(buffers.input(0), at, 1, wholes, 0, count);
    }
    if (from.isFloat() && !to.isFloat()) {
      truncate(reals, wholes, count);
    } else if (to.isFloat() && !from.isFloat()) {
      widen(wholes, reals, count);
    }
    if (to.isFloat()) {
      Floats.of(to).store(reals, 0, buffers.output(), at, count);
    } else {
      Integers.of(to).store(wholes, 0, buffers.output(), at, count);
    }
  }

  /** Toward zero, saturating; NaN becomes 0. */
  private void truncate(float[] reals, long[] wholes, int count) {
    boolean signed = to.kind() == MLOperandDataType.Kind.SIGNED;
    long max =
        signed ? Long.MAX_VALUE >>> (Long.SIZE - to.bits()) : -1L >>> (Long.SIZE - to.bits());
    long min = signed ? -max - 1 : 0;
    if (to == MLOperandDataType.UINT64) {
      for (int i = 0; i < count; i++) {
        // What a long cannot hold are the floats of 2⁶³ and above, whose low half is zeros.
        wholes[i] =
            reals[i] >= 0x1p64f
                ? -1
                : reals[i] >= 0x1p63f
                    ? (long) (reals[i] * 0x1p-1f) << 1
                    : Math.max((long) reals[i], 0);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      wholes[i] = Math.clamp((long) reals[i], min, max);
    }
  }

  private void widen(long[] wholes, float[] reals, int count) {
    boolean unsigned = from == MLOperandDataType.UINT64;
    for (int i = 0; i < count; i++) {
      // Halving keeps the lost bit sticky, so that rounding sees it.
      reals[i] =
          unsigned && wholes[i] < 0
              ? (float) ((wholes[i] >>> 1) | (wholes[i] & 1)) * 2
              : (float) wholes[i];
    }
  }
}
