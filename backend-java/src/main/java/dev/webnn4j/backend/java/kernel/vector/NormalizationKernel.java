package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.backend.java.kernel.StatisticsKernel;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Instance and layer normalisation of float32. */
final class NormalizationKernel extends StatisticsKernel {
  private final OptionalParameter scale;
  private final OptionalParameter bias;

  /** How many channels scale and bias have; 0 if they lie along what makes one mean. */
  private final int channels;

  private final AffineLoop loop;
  private final ReductionPlan.Runs[] runs;

  /** Where each worker has room for means and for factors. */
  private final long[] means;

  private final long[] factors;

  private NormalizationKernel(
      KernelContext context,
      ReductionPlan plan,
      float epsilon,
      OptionalParameter scale,
      OptionalParameter bias,
      int channels) {
    super(plan, epsilon, FloatAccumulator.forWorkers(context, plan));
    this.scale = scale;
    this.bias = bias;
    this.channels = channels;
    loop = new AffineLoop(plan.isSideBySide(), plan.isSideBySide() == channels > 0);
    runs = new ReductionPlan.Runs[context.workers()];
    Arrays.setAll(runs, _ -> plan.runs());
    long bytes = 4L * ReductionPlan.BLOCK;
    means =
        LongStream.generate(() -> context.allocate(bytes).address()).limit(runs.length).toArray();
    factors =
        LongStream.generate(() -> context.allocate(bytes).address()).limit(runs.length).toArray();
  }

  static Candidate instance(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Shape shape = node.result().shape();
    int[] axes = InstanceNormalization.axes(node.call());
    if (shape.dim(axes[0]) == 1 && shape.dim(axes[1]) == 1) {
      return Candidate.refuse("images of one pixel");
    }
    int channels = shape.dim(ImageLayout.channelAxis(node.get(InstanceNormalization.LAYOUT)));
    return Candidate.accept(
        "normalization",
        new NormalizationKernel(
            context,
            ReductionPlan.of(shape, axes),
            node.get(InstanceNormalization.EPSILON).floatValue(),
            OptionalParameter.of(node, InstanceNormalization.SCALE, 1, channels, context),
            OptionalParameter.of(node, InstanceNormalization.BIAS, 0, channels, context),
            channels));
  }

  static Candidate layer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    int[] axes = LayerNormalization.axes(node.call());
    boolean sorted = IntStream.range(1, axes.length).allMatch(i -> axes[i - 1] < axes[i]);
    if (!sorted && node.operands().flat().size() > 1) {
      return Candidate.refuse("scale or bias are transposed");
    }
    ReductionPlan plan = ReductionPlan.of(node.result().shape(), axes);
    int length = Math.toIntExact(plan.length());
    return Candidate.accept(
        "normalization",
        new NormalizationKernel(
            context,
            plan,
            node.get(LayerNormalization.EPSILON).floatValue(),
            OptionalParameter.of(node, LayerNormalization.SCALE, 1, length, context),
            OptionalParameter.of(node, LayerNormalization.BIAS, 0, length, context),
            0));
  }

  @Override
  protected void normalize(
      Buffers buffers, long item, double[] itemMeans, double[] itemFactors, int worker) {
    long input = buffers.input(0).address();
    long output = buffers.output().address();
    for (int i = 0; i < plan.resultsOf(item); i++) {
      Lanes.put(means[worker] + 4L * i, (float) itemMeans[i]);
      Lanes.put(factors[worker] + 4L * i, (float) itemFactors[i]);
    }
    ReductionPlan.Runs run = runs[worker];
    run.begin(item);
    while (run.next()) {
      long parameter = channels > 0 ? plan.firstResult(item) % channels : run.position();
      loop.run(
          input + 4 * run.start(),
          output + 4 * run.start(),
          run.count(),
          means[worker],
          factors[worker],
          scale.address(buffers, parameter),
          bias.address(buffers, parameter));
    }
  }
}
