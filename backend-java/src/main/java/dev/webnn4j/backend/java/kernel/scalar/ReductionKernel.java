package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.FloatReductionKernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Reduction;

/** Reductions of floats, accumulated in double precision. */
final class ReductionKernel extends FloatReductionKernel {
  private final Floats floats;
  private final FloatAccumulator[] accumulators;
  private final float[][] rows;

  private ReductionKernel(
      ReductionPlan plan, Reduction function, Floats floats, FloatAccumulator[] accumulators) {
    super(plan, function, accumulators);
    this.floats = floats;
    this.accumulators = accumulators;
    rows = new float[accumulators.length][ReductionPlan.BLOCK];
  }

  static Candidate offer(Node node, KernelContext context) {
    Reduction function = Reduction.of(node.operator()).orElseThrow();
    ReductionPlan plan =
        ReductionPlan.of(node.operand(function.input()).shape(), function.axes(node.call()));
    MLOperandDataType type = node.result().type().dataType();
    return Candidate.accept(
        "reduction",
        type.isFloat()
            ? ofFloats(context, plan, function, Floats.of(type))
            : new IntegerReductionKernel(node, context, plan, function));
  }

  private static ReductionKernel ofFloats(
      KernelContext context, ReductionPlan plan, Reduction function, Floats floats) {
    return new ReductionKernel(
        plan, function, floats, FloatAccumulator.forWorkers(context.workers(), plan, floats));
  }

  @Override
  protected void storeItem(Buffers buffers, long item, int worker) {
    FloatAccumulator accumulator = accumulators[worker];
    int count = plan.resultsOf(item);
    float[] row = rows[worker];
    for (int i = 0; i < count; i++) {
      row[i] = (float) formula.finish(accumulator.sum(i), accumulator.shift(i));
    }
    floats.store(row, 0, buffers.output(), plan.firstResult(item), count);
  }

  @Override
  protected void store(Buffers buffers, long result, float value, int worker) {
    rows[worker][0] = value;
    floats.store(rows[worker], 0, buffers.output(), result, 1);
  }
}
