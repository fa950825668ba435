package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;

/**
 * How far a kernel's result may lie from the reference.
 *
 * @param ulps steps of the result's data type: what is lost where each element is computed by
 *     itself
 * @param roundings float32 roundings relative to the sum of the magnitudes of what was added: what
 *     is lost in a sum, whatever its order, even where its terms cancel out
 * @param absolute an error allowed everywhere
 * @param signedZeros whether -0 and 0 differ
 */
public record Tolerance(double ulps, double roundings, double absolute, boolean signedZeros) {
  private static final double FLOAT32_ROUNDING = 0x1p-24;

  /** What rounding costs next to zero, where floats are as far from each other as at zero. */
  private static final double FLOAT32_UNDERFLOW = 0x1p-150;

  /** Not one bit may differ; -0 and 0 do. */
  public static Tolerance exact() {
    return new Tolerance(0, 0, 0, true);
  }

  public static Tolerance ulps(double ulps) {
    return new Tolerance(ulps, 0, 0, false);
  }

  /**
   * For sums of {@code terms} products computed in float32: each term takes part in at most that
   * many additions and two more roundings (Higham, "Accuracy and Stability of Numerical
   * Algorithms", 3.1), and the result is rounded once to its type, perhaps by way of float32.
   */
  public static Tolerance sum(int terms) {
    return new Tolerance(1, terms + 2, 0, false);
  }

  public Tolerance absolute(double error) {
    return new Tolerance(ulps, roundings, error, signedZeros);
  }

  /** Whether the magnitudes of the terms must be known. */
  boolean needsMagnitude() {
    return roundings > 0;
  }

  boolean accepts(MLOperandDataType type, double expected, double actual, double magnitude) {
    if (Double.isNaN(expected) || Double.isNaN(actual)) {
      return Double.isNaN(expected) && Double.isNaN(actual);
    }
    if (expected == actual) {
      return !signedZeros || Double.compare(expected, actual) == 0;
    }
    // Where rounding goes to infinity, the neighbour of infinity is the greatest finite number.
    double allowed =
        ulps * ulp(type, expected)
            + roundings * (FLOAT32_ROUNDING * magnitude + FLOAT32_UNDERFLOW)
            + absolute;
    return Math.abs(finite(type, expected) - finite(type, actual)) <= allowed;
  }

  private static double finite(MLOperandDataType type, double value) {
    double max = type == MLOperandDataType.FLOAT16 ? 65504 : Float.MAX_VALUE;
    return Math.abs(value) <= max ? value : Math.copySign(max + ulp(type, max), value);
  }

  /** The distance of neighbours around a value. */
  static double ulp(MLOperandDataType type, double value) {
    if (type == MLOperandDataType.FLOAT16) {
      double size = Math.min(Math.abs(value), 65504);
      return Math.max(0x1p-24, Math.ulp((float) size) * 0x1p13);
    }
    return Math.ulp((float) Math.min(Math.abs(value), Float.MAX_VALUE));
  }
}
