package dev.webnn4j.backend.java.kernel;

/**
 * What the chunks of floats came to, each accumulated about a shift of its own, and what they come
 * to together, in the order of the chunks.
 */
public final class PartialResults {
  private final ReductionPlan plan;
  private final int results;
  private final double[] values;
  private final double[] shifts;

  public PartialResults(ReductionPlan plan) {
    this.plan = plan;
    results = Math.toIntExact(plan.results());
    int places = plan.chunks() == 1 ? 0 : Math.toIntExact(plan.results() * plan.chunks());
    values = new double[places];
    shifts = new double[places];
  }

  /** Takes what an item came to. */
  public void put(long item, ItemAccumulator accumulator) {
    int place = place(plan.chunk(item), plan.firstResult(item));
    int count = plan.resultsOf(item);
    for (int i = 0; i < count; i++) {
      values[place + i] = accumulator.sum(i);
      shifts[place + i] = accumulator.shift(i);
    }
  }

  private int place(long chunk, long result) {
    return (int) (chunk * results + result);
  }

  /** One result of a reduction. */
  public double finish(ReductionFormula formula, long result) {
    if (formula.isShifted()) {
      return logSumExp(formula, result);
    }
    double joined = formula.accumulation().neutral();
    for (int place = (int) result; place < values.length; place += results) {
      joined = formula.accumulation().join(joined, values[place]);
    }
    return formula.finish(joined, 0);
  }

  private double logSumExp(ReductionFormula formula, long result) {
    double max = Double.NEGATIVE_INFINITY;
    for (int place = (int) result; place < values.length; place += results) {
      max = Math.max(max, shifts[place] + Math.log(values[place]));
    }
    double shift = ReductionFormula.shift(max);
    double sum = 0;
    for (int place = (int) result; place < values.length; place += results) {
      // A chunk of nothing but negative infinities has no shift, and nothing to add.
      if (values[place] != 0) {
        sum += values[place] * Math.exp(shifts[place] - shift);
      }
    }
    return formula.finish(sum, shift);
  }

  /** The mean, where the shifts are the chunks' means. */
  public double mean(long result) {
    double sum = 0;
    for (int chunk = 0; chunk < plan.chunks(); chunk++) {
      sum += shifts[place(chunk, result)] * plan.chunkLength(chunk);
    }
    return sum / plan.length();
  }

  /** The variance about that mean, where the values are the chunks' squared deviations. */
  public double variance(long result, double mean) {
    double sum = 0;
    for (int chunk = 0; chunk < plan.chunks(); chunk++) {
      int place = place(chunk, result);
      double offset = shifts[place] - mean;
      sum += values[place] + offset * offset * plan.chunkLength(chunk);
    }
    return sum / plan.length();
  }
}
