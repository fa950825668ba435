package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.UnaryExample.INFINITY;
import static dev.webnn4j.backend.spec.UnaryExample.NAN;
import static dev.webnn4j.backend.spec.UnaryExample.TINY16;
import static dev.webnn4j.backend.spec.UnaryExample.TINY32;
import static dev.webnn4j.backend.spec.UnaryExample.exact;
import static dev.webnn4j.backend.spec.UnaryExample.half;
import static dev.webnn4j.backend.spec.UnaryExample.near;
import static dev.webnn4j.backend.spec.UnaryExample.reals;

import dev.webnn4j.op.ElementwiseUnary;
import org.junit.jupiter.api.Test;

/** Roots, powers and angles; the numbers are NumPy's. */
final class MathematicsExamplesTest {
  @Test
  void reciprocalOfZeroIsInfinite() {
    exact(
        ElementwiseUnary.RECIPROCAL,
        reals(2, 0, -0.0, INFINITY, -INFINITY, NAN, 3),
        0.5,
        INFINITY,
        -INFINITY,
        0,
        -0.0,
        NAN,
        1.0 / 3);
    half(ElementwiseUnary.RECIPROCAL, reals(TINY16, -TINY16), INFINITY, -INFINITY);
  }

  @Test
  void sqrtOfNegativesIsNaN() {
    exact(
        ElementwiseUnary.SQRT,
        reals(4, 0, -0.0, -1, INFINITY, NAN),
        2,
        0,
        -0.0,
        NAN,
        INFINITY,
        NAN);
    near(
        ElementwiseUnary.SQRT,
        reals(2, 3, TINY32),
        1.41421356237,
        1.73205080757,
        3.743392130574644e-23);
    // 255.93749 lies a hair below the middle of two float16.
    half(ElementwiseUnary.SQRT, reals(65504, TINY16), 255.875, 0x1p-12);
  }

  @Test
  void expOverflowsAndUnderflows() {
    exact(ElementwiseUnary.EXP, reals(0, -0.0, -INFINITY, INFINITY, NAN), 1, 1, 0, INFINITY, NAN);
    near(
        ElementwiseUnary.EXP,
        reals(1, -1, 10, 88, 89, -80, -200),
        2.718281828459045,
        0.36787944117144233,
        22026.465794806718,
        1.6516362549940018e+38,
        INFINITY,
        1.804851387845415e-35,
        0);
    // Times 2^24 the last two are 0.69 and 0.26.
    half(ElementwiseUnary.EXP, reals(1, 11, 12, -17, -18), 2.71875, 59872, INFINITY, TINY16, 0);
  }

  @Test
  void logOfZeroIsMinusInfinity() {
    exact(
        ElementwiseUnary.LOG,
        reals(1, 0, -0.0, -1, INFINITY, NAN),
        0,
        -INFINITY,
        -INFINITY,
        NAN,
        INFINITY,
        NAN);
    near(
        ElementwiseUnary.LOG,
        reals(2, 10, 1e-30, TINY32),
        0.6931471805599453,
        2.302585092994046,
        -69.07755278982137,
        -103.27892990343184);
    half(ElementwiseUnary.LOG, reals(TINY16, 65504), -16.635532, 11.089866);
  }

  @Test
  void erfIsOddAndEndsAtOne() {
    exact(ElementwiseUnary.ERF, reals(0, -0.0, INFINITY, -INFINITY, NAN), 0, -0.0, 1, -1, NAN);
    near(
        ElementwiseUnary.ERF,
        reals(0.5, -0.5, 1, -1, 3, 1e-10),
        0.5204998778130465,
        -0.5204998778130465,
        0.8427007929497148,
        -0.8427007929497148,
        0.9999779095030014,
        1.1283791670955126e-10);
  }

  @Test
  void trigonometryReducesLargeAngles() {
    exact(ElementwiseUnary.SIN, reals(0, -0.0, INFINITY, NAN), 0, -0.0, NAN, NAN);
    exact(ElementwiseUnary.COS, reals(0, -0.0, -INFINITY, NAN), 1, 1, NAN, NAN);
    exact(ElementwiseUnary.TAN, reals(0, -0.0, INFINITY, NAN), 0, -0.0, NAN, NAN);
    double[] angles = {1, 2, 100000};
    near(ElementwiseUnary.SIN, angles, 0.8414709848078965, 0.9092974268256817, 0.03574879797201651);
    near(
        ElementwiseUnary.COS, angles, 0.5403023058681398, -0.4161468365471424, -0.9993608074382124);
    near(
        ElementwiseUnary.TAN,
        angles,
        1.5574077246549023,
        -2.185039863261519,
        -0.035771662952898776);
    half(ElementwiseUnary.SIN, reals(1, 2), 0.8414709848078965, 0.9092974268256817);
  }
}
