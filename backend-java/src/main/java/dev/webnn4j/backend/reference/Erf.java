package dev.webnn4j.backend.reference;

/** The error function to nearly the precision of a double, by its two textbook expansions. */
final class Erf {
  private static final double SERIES_LIMIT = 2.5;
  private static final double ONE_LIMIT = 6;
  private static final int FRACTION_TERMS = 200;

  private Erf() {}

  /** {@code 2/sqrt(pi) * integral of exp(-t*t) from 0 to x}. */
  static double erf(double x) {
    if (Math.abs(x) < SERIES_LIMIT) {
      return series(x);
    }
    return x > 0 ? 1 - erfc(x) : x < 0 ? erfc(-x) - 1 : x;
  }

  /** {@code 1 - erf(x)} without its cancellation. */
  static double erfc(double x) {
    if (x < SERIES_LIMIT) {
      return x < -ONE_LIMIT ? 2 : 1 - erf(x);
    }
    return Double.isNaN(x) ? x : fraction(x);
  }

  /** The series whose terms all have one sign: exp(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n+1)!!. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-18; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** The continued fraction of Laplace, from its tail: 1/(x+ (1/2)/(x+ (2/2)/(x+ ...))). */
  private static double fraction(double x) {
    double tail = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      tail = x + n / 2.0 / tail;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / tail;
  }
}
