package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.BatchNormalization;

/**
 * Batch normalisation of float32: runs of one channel, or, where channels are last, runs of all
 * channels. The factors of the channels are computed first.
 */
final class BatchNormalizationKernel implements Kernel {
  private static final int LONGEST_PIECE = 1 << 12;

  private final float epsilon;
  private final int channels;
  private final boolean channelsLast;
  private final long runLength;
  private final long piecesOfRun;
  private final OptionalParameter scale;
  private final OptionalParameter bias;
  private final AffineLoop loop;
  private final long factors;
  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    return Candidate.accept("batchNormalization", new BatchNormalizationKernel(node, context));
  }

  private BatchNormalizationKernel(Node node, KernelContext context) {
    Shape shape = node.result().shape();
    int axis = node.call().axis(BatchNormalization.AXIS, shape.rank());
    epsilon = node.get(BatchNormalization.EPSILON).floatValue();
    channels = shape.dim(axis);
    long behind = shape.elementCount(axis + 1, shape.rank());
    channelsLast = behind == 1;
    runLength = channelsLast ? channels : behind;
    piecesOfRun = Math.ceilDiv(runLength, (long) LONGEST_PIECE);
    scale = OptionalParameter.of(node, BatchNormalization.SCALE, 1, channels, context);
    bias = OptionalParameter.of(node, BatchNormalization.BIAS, 0, channels, context);
    loop = new AffineLoop(channelsLast, channelsLast);
    factors = context.allocate(4L * channels).address();
    ranges =
        Ranges.of(
            shape.elementCount() / runLength * piecesOfRun,
            Math.min(runLength, LONGEST_PIECE),
            context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    long variances = buffers.input(2).address();
    for (long at = 0; at < 4L * channels; at += 4) {
      double variance = (double) Lanes.get(variances + at) + epsilon;
      Lanes.put(factors + at, (float) (1 / Math.sqrt(variance)));
    }
    workers.run(ranges.parts(), task, buffers);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == 0;
  }

  private void part(Buffers buffers, int part, int worker) {
    long input = buffers.input(0).address();
    long means = buffers.input(1).address();
    long output = buffers.output().address();
    for (long piece = ranges.from(part); piece < ranges.to(part); piece++) {
      long run = piece / piecesOfRun;
      long within = piece % piecesOfRun * LONGEST_PIECE;
      long from = run * runLength + within;
      long channel = channelsLast ? within : run % channels;
      loop.run(
          input + 4 * from,
          output + 4 * from,
          (int) Math.min(LONGEST_PIECE, runLength - within),
          means + 4 * channel,
          factors + 4 * channel,
          scale.address(buffers, channel),
          bias.address(buffers, channel));
    }
  }
}
