package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.backend.java.kernel.StatisticsKernel;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.OperandSlot;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Instance and layer normalisation. */
final class NormalizationKernel extends StatisticsKernel {
  private final Floats floats;
  private final Parameter scale;
  private final Parameter bias;
  private final Scratch[] scratch;

  /** Scale or bias: which operand, and how it lies along the input. */
  private record Parameter(int operand, Optional<StridedView> view, float absent) {
    void load(Floats floats, Buffers buffers, long at, float[] row, int count) {
      if (view.isPresent()) {
        view.get().load(floats, buffers.input(operand), at, row, count);
      } else {
        Arrays.fill(row, 0, count, absent);
      }
    }
  }

  /** The scratch memory of one worker. */
  private static final class Scratch {
    private final ReductionPlan.Runs runs;
    private final float[] row = new float[ReductionPlan.BLOCK];
    private final float[] scales = new float[ReductionPlan.BLOCK];
    private final float[] biases = new float[ReductionPlan.BLOCK];

    private Scratch(ReductionPlan plan) {
      runs = plan.runs();
    }
  }

  private NormalizationKernel(
      ReductionPlan plan,
      Floats floats,
      double epsilon,
      FloatAccumulator[] accumulators,
      Parameter scale,
      Parameter bias) {
    super(plan, epsilon, accumulators);
    this.floats = floats;
    this.scale = scale;
    this.bias = bias;
    scratch = new Scratch[accumulators.length];
    Arrays.setAll(scratch, _ -> new Scratch(plan));
  }

  static Candidate instance(Node node, KernelContext context) {
    int channel = ImageLayout.channelAxis(node.get(InstanceNormalization.LAYOUT));
    return offer(
        node,
        context,
        InstanceNormalization.axes(node.call()),
        UnaryKernels.parameter(node, InstanceNormalization.EPSILON),
        parameter(node, InstanceNormalization.SCALE, 1, channel),
        parameter(node, InstanceNormalization.BIAS, 0, channel));
  }

  static Candidate layer(Node node, KernelContext context) {
    int[] axes = LayerNormalization.axes(node.call());
    return offer(
        node,
        context,
        axes,
        UnaryKernels.parameter(node, LayerNormalization.EPSILON),
        parameter(node, LayerNormalization.SCALE, 1, axes),
        parameter(node, LayerNormalization.BIAS, 0, axes));
  }

  private static Candidate offer(
      Node node,
      KernelContext context,
      int[] axes,
      double epsilon,
      Parameter scale,
      Parameter bias) {
    Floats floats = Floats.of(node.result().type().dataType());
    ReductionPlan plan = ReductionPlan.of(node.result().shape(), axes);
    return Candidate.accept(
        "normalization",
        new NormalizationKernel(
            plan,
            floats,
            epsilon,
            FloatAccumulator.forWorkers(context.workers(), plan, floats),
            scale,
            bias));
  }

  /**
   * A parameter whose dimensions are some axes of the input, in this order.
   *
   * @param absent what it is where it is not given
   */
  private static Parameter parameter(Node node, OperandSlot slot, float absent, int... axes) {
    Optional<Value> value = node.findOperand(slot);
    return new Parameter(
        value.map(node.operands().flat()::indexOf).orElse(-1),
        value.map(v -> view(node.result().shape(), v.shape(), axes)),
        absent);
  }

  private static StridedView view(Shape input, Shape parameter, int[] axes) {
    long[] strides = new long[input.rank()];
    long[] own = parameter.strides();
    IntStream.range(0, axes.length).forEach(i -> strides[axes[i]] = own[i]);
    return new StridedView(input, strides);
  }

  @Override
  protected void normalize(
      Buffers buffers, long item, double[] means, double[] factors, int worker) {
    Scratch own = scratch[worker];
    if (!plan.isSideBySide()) {
      int used = (int) Math.min(plan.length(), ReductionPlan.BLOCK);
      Arrays.fill(means, 1, used, means[0]);
      Arrays.fill(factors, 1, used, factors[0]);
    }
    own.runs.begin(item);
    while (own.runs.next()) {
      for (int done = 0; done < own.runs.count(); done += ReductionPlan.BLOCK) {
        int count = Math.min(ReductionPlan.BLOCK, own.runs.count() - done);
        long at = own.runs.start() + done;
        floats.load(buffers.input(0), at, own.row, 0, count);
        scale.load(floats, buffers, at, own.scales, count);
        bias.load(floats, buffers, at, own.biases, count);
        normalize(own.row, means, factors, own.scales, own.biases, count);
        floats.store(own.row, 0, buffers.output(), at, count);
      }
    }
  }

  private static void normalize(
      float[] row, double[] means, double[] factors, float[] scales, float[] biases, int count) {
    for (int i = 0; i < count; i++) {
      row[i] = (float) ((row[i] - means[i]) * factors[i] * scales[i] + biases[i]);
    }
  }
}
