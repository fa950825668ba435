package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.backend.java.exec.Workers;

/**
 * Normalisation by the mean and variance of the elements themselves: first the mean, then the
 * deviations from it, since a difference of large squares would lose what is small. What has one
 * chunk is normalised while it is in the cache. The tiers differ in how they accumulate and
 * normalise.
 */
public abstract class StatisticsKernel extends ChunkedKernel {
  private final double epsilon;
  private final ItemAccumulator[] accumulators;
  private final PartialResults partial;
  private final Phase normalization;

  /** Of all results, where they are made of several chunks. */
  private final double[] means;

  private final double[] factors;

  /** Of the results of a worker's item. */
  private final double[][] ownMeans;

  private final double[][] ownFactors;

  /**
   * @param accumulators one for each worker
   */
  protected StatisticsKernel(ReductionPlan plan, double epsilon, ItemAccumulator[] accumulators) {
    super(plan);
    this.epsilon = epsilon;
    this.accumulators = accumulators;
    partial = new PartialResults(plan);
    normalization = new Phase(plan.items(), plan.elementsOfItem(), this::normalizeChunk);
    int shared = plan.chunks() == 1 ? 0 : Math.toIntExact(plan.results());
    means = new double[shared];
    factors = new double[shared];
    ownMeans = new double[accumulators.length][ReductionPlan.BLOCK];
    ownFactors = new double[accumulators.length][ReductionPlan.BLOCK];
  }

  @Override
  public final void run(Buffers buffers, Workers workers) {
    super.run(buffers, workers);
    if (plan.chunks() > 1) {
      normalization.run(buffers, workers);
    }
  }

  @Override
  protected final void item(Buffers buffers, long item, int worker) {
    ItemAccumulator accumulator = accumulators[worker];
    int count = plan.resultsOf(item);
    long length = plan.chunkLength(plan.chunk(item));
    accumulator.accumulate(Accumulation.SUM, buffers.input(0), item);
    for (int i = 0; i < count; i++) {
      accumulator.setShift(i, accumulator.sum(i) / length);
    }
    accumulator.accumulate(Accumulation.DEVIATIONS, buffers.input(0), item);
    if (plan.chunks() > 1) {
      partial.put(item, accumulator);
      return;
    }
    for (int i = 0; i < count; i++) {
      ownMeans[worker][i] = accumulator.shift(i);
      ownFactors[worker][i] = factor(accumulator.sum(i) / length);
    }
    normalize(buffers, item, ownMeans[worker], ownFactors[worker], worker);
  }

  @Override
  protected final void join(Buffers buffers, long result, int worker) {
    double mean = partial.mean(result);
    means[(int) result] = mean;
    factors[(int) result] = factor(partial.variance(result, mean));
  }

  private double factor(double variance) {
    return 1 / Math.sqrt(variance + epsilon);
  }

  private void normalizeChunk(Buffers buffers, long item, int worker) {
    int first = (int) plan.firstResult(item);
    System.arraycopy(means, first, ownMeans[worker], 0, plan.resultsOf(item));
    System.arraycopy(factors, first, ownFactors[worker], 0, plan.resultsOf(item));
    normalize(buffers, item, ownMeans[worker], ownFactors[worker], worker);
  }

  /**
   * Writes {@code (x - mean) * factor * scale + bias} for each element of an item.
   *
   * @param means of each of the item's results; room for scratch behind these
   * @param factors likewise
   */
  protected abstract void normalize(
      Buffers buffers, long item, double[] means, double[] factors, int worker);
}
