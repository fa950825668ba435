package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.op.Reduction;

/**
 * How a reduction of floats is computed: an accumulation, and what is made of it.
 *
 * @param length how many elements make one result
 */
public record ReductionFormula(Reduction function, long length) {

  public Accumulation accumulation() {
    return switch (function) {
      case REDUCE_L1 -> Accumulation.MAGNITUDES;
      case REDUCE_L2, REDUCE_SUM_SQUARE -> Accumulation.SQUARES;
      case REDUCE_LOG_SUM, REDUCE_MEAN, REDUCE_SUM -> Accumulation.SUM;
      case REDUCE_LOG_SUM_EXP -> Accumulation.EXPONENTIALS;
      case REDUCE_MAX -> Accumulation.MAX;
      case REDUCE_MIN -> Accumulation.MIN;
      case REDUCE_PRODUCT -> Accumulation.PRODUCT;
    };
  }

  /** Whether the greatest element is needed first. */
  public boolean isShifted() {
    return function == Reduction.REDUCE_LOG_SUM_EXP;
  }

  /**
   * What to subtract from elements before their exponentials are taken. What is infinite needs no
   * shift and would become NaN by one; then the formula gives the infinity by itself.
   */
  public static double shift(double max) {
    return Double.isFinite(max) ? max : 0;
  }

  public double finish(double accumulated, double shift) {
    return switch (function) {
      case REDUCE_L2 -> Math.sqrt(accumulated);
      case REDUCE_LOG_SUM -> Math.log(accumulated);
      case REDUCE_LOG_SUM_EXP -> shift + Math.log(accumulated);
      case REDUCE_MEAN -> accumulated / length;
      default -> accumulated;
    };
  }
}
