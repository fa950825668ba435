package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.OperandSlot;
import java.util.Arrays;
import java.util.Optional;

/** Batch normalisation, by its formula. */
final class BatchNormalizationKernel extends BlockKernel {
  private static final int ROWS = 5;

  private final Floats floats;
  private final double epsilon;
  private final StridedView perChannel;

  /** Which operands scale and bias are; -1 if they are not there. */
  private final int scale;

  private final int bias;
  private final float[][][] rows;

  private BatchNormalizationKernel(Node node, KernelContext context) {
    super(node.result().type().elementCount());
    floats = Floats.of(node.result().type().dataType());
    epsilon = UnaryKernels.parameter(node, BatchNormalization.EPSILON);
    Shape shape = node.result().shape();
    long[] strides = new long[shape.rank()];
    strides[node.call().axis(BatchNormalization.AXIS, shape.rank())] = 1;
    perChannel = new StridedView(shape, strides);
    scale = place(node, BatchNormalization.SCALE);
    bias = place(node, BatchNormalization.BIAS);
    rows = new float[context.workers()][ROWS][BLOCK];
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("batchNormalization", new BatchNormalizationKernel(node, context));
  }

  private static int place(Node node, OperandSlot slot) {
    Optional<Value> value = node.findOperand(slot);
    return value.map(node.operands().flat()::indexOf).orElse(-1);
  }

  @Override
  void block(Buffers buffers, int worker, long at, int count) {
    float[][] own = rows[worker];
    floats.load(buffers.input(0), at, own[0], 0, count);
    load(buffers, 1, 0, at, own[1], count);
    load(buffers, 2, 0, at, own[2], count);
    load(buffers, scale, 1, at, own[3], count);
    load(buffers, bias, 0, at, own[4], count);
    normalize(own[0], own[1], own[2], own[3], own[4], count);
    floats.store(own[0], 0, buffers.output(), at, count);
  }

  private void load(Buffers buffers, int operand, float absent, long at, float[] row, int count) {
    if (operand < 0) {
      Arrays.fill(row, 0, count, absent);
    } else {
      perChannel.load(floats, buffers.input(operand), at, row, count);
    }
  }

  private void normalize(
      float[] x, float[] mean, float[] variance, float[] scales, float[] biases, int count) {
    for (int i = 0; i < count; i++) {
      double centred = (double) x[i] - mean[i];
      x[i] = (float) (centred / Math.sqrt(variance[i] + epsilon) * scales[i] + biases[i]);
    }
  }
}
