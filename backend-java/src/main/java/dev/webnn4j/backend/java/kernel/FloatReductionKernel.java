package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.op.Reduction;

/** A reduction of floats; the tiers differ in how they accumulate and store. */
public abstract class FloatReductionKernel extends ChunkedKernel {
  protected final ReductionFormula formula;
  private final PartialResults partial;
  private final ItemAccumulator[] accumulators;

  /**
   * @param accumulators one for each worker
   */
  protected FloatReductionKernel(
      ReductionPlan plan, Reduction function, ItemAccumulator[] accumulators) {
    super(plan);
    this.formula = new ReductionFormula(function, plan.length());
    this.partial = new PartialResults(plan);
    this.accumulators = accumulators;
  }

  @Override
  protected final void item(Buffers buffers, long item, int worker) {
    ItemAccumulator accumulator = accumulators[worker];
    int count = plan.resultsOf(item);
    if (formula.isShifted()) {
      accumulator.accumulate(Accumulation.MAX, buffers.input(0), item);
      for (int i = 0; i < count; i++) {
        accumulator.setShift(i, ReductionFormula.shift(accumulator.sum(i)));
      }
    }
    accumulator.accumulate(formula.accumulation(), buffers.input(0), item);
    if (plan.chunks() > 1) {
      partial.put(item, accumulator);
    } else {
      storeItem(buffers, item, worker);
    }
  }

  @Override
  protected final void join(Buffers buffers, long result, int worker) {
    store(buffers, result, (float) partial.finish(formula, result), worker);
  }

  /** Stores the results of an item that has no other chunks. */
  protected abstract void storeItem(Buffers buffers, long item, int worker);

  protected abstract void store(Buffers buffers, long result, float value, int worker);
}
