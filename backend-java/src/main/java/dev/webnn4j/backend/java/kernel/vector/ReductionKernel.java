package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Accumulation;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.FloatReductionKernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionFormula;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Reduction;
import jdk.incubator.vector.VectorMask;

/** Reductions of float32. */
final class ReductionKernel extends FloatReductionKernel {
  private final FloatAccumulator[] accumulators;

  static Candidate offer(Node node, KernelContext context) {
    Reduction function = Reduction.of(node.operator()).orElseThrow();
    ReductionPlan plan =
        ReductionPlan.of(node.operand(function.input()).shape(), function.axes(node.call()));
    return switch (node.result().type().dataType()) {
      case FLOAT32 ->
          Candidate.accept(
              "reduction",
              new ReductionKernel(plan, function, FloatAccumulator.forWorkers(context, plan)));
      case INT32 -> {
        Accumulation what = new ReductionFormula(function, plan.length()).accumulation();
        yield Candidate.accept("reduction", new IntReductionKernel(plan, what, context));
      }
      default -> Candidate.refuse("only float32 and int32");
    };
  }

  private ReductionKernel(ReductionPlan plan, Reduction function, FloatAccumulator[] accumulators) {
    super(plan, function, accumulators);
    this.accumulators = accumulators;
  }

  @Override
  protected void storeItem(Buffers buffers, long item, int worker) {
    FloatAccumulator accumulator = accumulators[worker];
    int count = plan.resultsOf(item);
    long output = buffers.output().address() + 4 * plan.firstResult(item);
    switch (formula.function()) {
      // Vectors of logarithms would be no faster than their sums, nor as exact.
      case REDUCE_LOG_SUM, REDUCE_LOG_SUM_EXP -> finishEach(accumulator, output, count);
      case REDUCE_L2, REDUCE_MEAN -> {
        if (plan.isSideBySide()) {
          finishVectors(accumulator.sums(), output, count);
        } else {
          finishEach(accumulator, output, count);
        }
      }
      default -> {
        if (plan.isSideBySide()) {
          Lanes.copy(accumulator.sums(), output, count);
        } else {
          finishEach(accumulator, output, count);
        }
      }
    }
  }

  private void finishEach(FloatAccumulator accumulator, long output, int count) {
    for (int i = 0; i < count; i++) {
      float result = (float) formula.finish(accumulator.sum(i), accumulator.shift(i));
      Lanes.put(output + 4L * i, result);
    }
  }

  private void finishVectors(long sums, long output, int count) {
    boolean root = formula.function() == Reduction.REDUCE_L2;
    for (int i = 0; i < count; i += Lanes.LENGTH) {
      VectorMask<Float> mask = Lanes.first(Math.min(Lanes.LENGTH, count - i));
      var sum = Lanes.load(sums + 4L * i, mask);
      Lanes.store(root ? sum.sqrt() : sum.div((float) formula.length()), output + 4L * i, mask);
    }
  }

  @Override
  protected void store(Buffers buffers, long result, float value, int worker) {
    Lanes.put(buffers.output().address() + 4 * result, value);
  }
}
