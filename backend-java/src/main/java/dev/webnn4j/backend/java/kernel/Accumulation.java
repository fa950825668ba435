package dev.webnn4j.backend.java.kernel;

/** What is added up, or picked, of many floats. */
public enum Accumulation {
  SUM,
  /** The sum of the magnitudes. */
  MAGNITUDES,
  /** The sum of the squares. */
  SQUARES,
  PRODUCT,
  MAX,
  MIN,
  /** The sum of {@code exp(x - shift)}. */
  EXPONENTIALS,
  /** The sum of {@code (x - shift)} squared. */
  DEVIATIONS;

  /** What changes nothing when it is joined to something. */
  public float neutral() {
    return switch (this) {
      case PRODUCT -> 1;
      case MAX -> Float.NEGATIVE_INFINITY;
      case MIN -> Float.POSITIVE_INFINITY;
      default -> 0;
    };
  }

  /** What two parts come to. */
  public double join(double a, double b) {
    return switch (this) {
      case PRODUCT -> a * b;
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      default -> a + b;
    };
  }

  /** One more element. */
  public double add(double sum, double x, double shift) {
    return switch (this) {
      case MAGNITUDES -> sum + Math.abs(x);
      case SQUARES -> sum + x * x;
      case EXPONENTIALS -> sum + Math.exp(x - shift);
      case DEVIATIONS -> sum + (x - shift) * (x - shift);
      case SUM, PRODUCT, MAX, MIN -> join(sum, x);
    };
  }
}
