package dev.webnn4j.benchmarks.compare;

/**
 * How well the outputs of a contest's engines must agree.
 *
 * @param mostDifference of two numbers, as a part of the greatest number of the output
 * @param leastEqualLabels as a part of the output's labels
 */
public record Tolerance(double mostDifference, double leastEqualLabels) {
  /**
   * For engines that compute the same in float32: they sum up in orders of their own, and labels of
   * pixels where two classes are as good as each other may differ.
   */
  public static final Tolerance FLOAT32 = new Tolerance(1e-3, 0.999);

  public Tolerance {
    if (!(mostDifference >= 0)) {
      throw new IllegalArgumentException(
          "numbers may differ by a part that is not negative, not by " + mostDifference);
    }
    if (!(leastEqualLabels >= 0 && leastEqualLabels <= 1)) {
      throw new IllegalArgumentException(
          "the part of labels that must be equal is between 0 and 1, not " + leastEqualLabels);
    }
  }
}
