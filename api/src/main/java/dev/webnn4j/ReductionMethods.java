package dev.webnn4j;

import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reduction;
import java.util.function.Consumer;

/** Operators that make one element of many: sums, extremes, norms. */
public sealed interface ReductionMethods extends OperatorMethods permits MLGraphBuilder {

  /** The index of the least element along an axis; of equal ones the first. */
  default MLOperand argMin(MLOperand input, long axis, Consumer<MLArgMinMaxOptions> options) {
    return argMinMax(ArgMinMax.ARG_MIN, input, axis, options);
  }

  /** The index of the greatest element along an axis; of equal ones the first. */
  default MLOperand argMax(MLOperand input, long axis, Consumer<MLArgMinMaxOptions> options) {
    return argMinMax(ArgMinMax.ARG_MAX, input, axis, options);
  }

  /** The index of the least or greatest element along an axis. */
  default MLOperand argMinMax(
      ArgMinMax which, MLOperand input, long axis, Consumer<MLArgMinMaxOptions> options) {
    return apply(
        which.operator(),
        Operands.of(ArgMinMax.INPUT, input),
        Attributes.of(ArgMinMax.AXIS, axis),
        new MLArgMinMaxOptions(),
        options);
  }

  /** The sums of the magnitudes along some axes; integers wrap. */
  default MLOperand reduceL1(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_L1, input, options);
  }

  /** The roots of the sums of the squares along some axes; of floats. */
  default MLOperand reduceL2(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_L2, input, options);
  }

  /** The logarithms of the sums along some axes; of floats. */
  default MLOperand reduceLogSum(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_LOG_SUM, input, options);
  }

  /** The logarithms of the sums of the exponentials along some axes; of floats. */
  default MLOperand reduceLogSumExp(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_LOG_SUM_EXP, input, options);
  }

  /** The greatest elements along some axes; NaN where one is. */
  default MLOperand reduceMax(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_MAX, input, options);
  }

  /** The means along some axes; of floats. */
  default MLOperand reduceMean(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_MEAN, input, options);
  }

  /** The least elements along some axes; NaN where one is. */
  default MLOperand reduceMin(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_MIN, input, options);
  }

  /** The products along some axes; integers wrap. */
  default MLOperand reduceProduct(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_PRODUCT, input, options);
  }

  /** The sums along some axes; integers wrap. */
  default MLOperand reduceSum(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_SUM, input, options);
  }

  /** The sums of the squares along some axes; integers wrap. */
  default MLOperand reduceSumSquare(MLOperand input, Consumer<MLReduceOptions> options) {
    return reduce(Reduction.REDUCE_SUM_SQUARE, input, options);
  }

  /**
   * One of the reductions.
   *
   * @param input of any shape
   * @return the input's shape without the axes of the options, or with the size 1 there
   */
  default MLOperand reduce(
      Reduction reduction, MLOperand input, Consumer<MLReduceOptions> options) {
    return apply(
        reduction.operator(),
        Operands.of(reduction.input(), input),
        Attributes.NONE,
        new MLReduceOptions(),
        options);
  }

  /**
   * The running sums along an axis; integers wrap.
   *
   * @param input of rank 1 or more
   * @return of the input's shape
   */
  default MLOperand cumulativeSum(
      MLOperand input, long axis, Consumer<MLCumulativeSumOptions> options) {
    return apply(
        CumulativeSum.OPERATOR,
        Operands.of(CumulativeSum.INPUT, input),
        Attributes.of(CumulativeSum.AXIS, axis),
        new MLCumulativeSumOptions(),
        options);
  }
}
