package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.integers;

import dev.webnn4j.MLActivationOptions;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ElementwiseUnary;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Activations of one element. The numbers of those with exp, tanh and erf are NumPy's. */
final class ActivationExamplesTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** So large that six times it is infinite. */
  private static final double HUGE = 3e38;

  private static Example example(
      Activation function, Consumer<MLActivationOptions> options, Data x) {
    return Example.of(x.repeated())
        .graph((builder, operands) -> builder.activation(function, operands.getFirst(), options));
  }

  /** The same in both float types, up to rounding. */
  private static void near(
      Activation function, Consumer<MLActivationOptions> options, double[] x, double... expected) {
    Shape shape = Shape.of(x.length);
    example(function, options, float32(x)).within(1e-6).gives(float32(expected).repeated());
    example(function, options, float16(shape, x))
        .within(0x1p-11)
        .gives(float16(shape, expected).repeated());
  }

  private static void near(Activation function, double[] x, double... expected) {
    near(function, o -> {}, x, expected);
  }

  private static void near(ElementwiseUnary function, double[] x, double... expected) {
    for (MLOperandDataType type : new MLOperandDataType[] {FLOAT32, FLOAT16}) {
      Shape shape = Shape.of(x.length);
      Example.of(Data.reals(type, shape, x).repeated())
          .graph((builder, operands) -> builder.unary(function, operands.getFirst()))
          .within(type == FLOAT32 ? 1e-6 : 0x1p-11)
          .orWithin(1e-7)
          .gives(Data.reals(type, shape, expected).repeated());
    }
  }

  private static double[] of(double... x) {
    return x;
  }

  private static void relu(Data x, Data expected) {
    Example.of(x).graph((builder, o) -> builder.relu(o.getFirst())).gives(expected);
  }

  @Test
  void reluOfEveryType() {
    relu(float32(-1.5, -0.0, 0, 2.5, -INFINITY), float32(0, 0, 0, 2.5, 0));
    relu(integers(INT8, Shape.of(3), -128, 0, 127), integers(INT8, Shape.of(3), 0, 0, 127));
    relu(integers(INT32, Shape.of(2), -2147483648L, 7), integers(INT32, Shape.of(2), 0, 7));
    long odd = (1L << 53) + 1;
    relu(integers(INT64, Shape.of(2), -odd, odd), integers(INT64, Shape.of(2), 0, odd));
  }

  @Test
  void reluOfNaNIsNaN() {
    near(ElementwiseUnary.RELU, of(NAN, -1, INFINITY), NAN, 0, INFINITY);
  }

  @Test
  void eluEndsAtMinusAlpha() {
    near(
        Activation.ELU,
        of(-1, -2, 0, 2, -INFINITY, INFINITY, NAN),
        -0.6321205588285577,
        -0.8646647167633873,
        0,
        2,
        -1,
        INFINITY,
        NAN);
  }

  /** Of what is positive nothing is multiplied, not even zero by infinity. */
  @Test
  void eluWithAlphaThatNoFloatHolds() {
    near(Activation.ELU, o -> o.alpha(1e300), new double[] {-1, 3}, -INFINITY, 3);
  }

  @Test
  void eluWithAlphaOfEachSign() {
    double[] x = {-1, -0.5, 3};
    near(Activation.ELU, o -> o.alpha(2), x, -1.2642411176571153, -0.7869386805747332, 3);
    near(Activation.ELU, o -> o.alpha(-0.5), x, 0.31606027941427883, 0.1967346701436833, 3);
  }

  @Test
  void gelu() {
    near(
        ElementwiseUnary.GELU,
        of(1, -1, 2, -2, 0.5, 0, INFINITY, NAN),
        0.8413447460685429,
        -0.15865525393145707,
        1.9544997361036416,
        -0.04550026389635843,
        0.3457312306370065,
        0,
        INFINITY,
        NAN);
  }

  @Test
  void hardSigmoidIsCutAtZeroAndOne() {
    near(
        Activation.HARD_SIGMOID,
        of(0, 1, -1, -3, 3, INFINITY, -INFINITY, NAN),
        0.5,
        0.7,
        0.3,
        0,
        1,
        1,
        0,
        NAN);
    near(
        Activation.HARD_SIGMOID,
        o -> o.alpha(-0.5).beta(0.25),
        of(0, 0.25, -1, 1, -2),
        0.25,
        0.125,
        0.75,
        0,
        1);
  }

  @Test
  void hardSwish() {
    near(
        ElementwiseUnary.HARD_SWISH,
        of(-4, -3, -1, 0, 1, 3, 10, HUGE, INFINITY, NAN),
        0,
        0,
        -1.0 / 3,
        0,
        2.0 / 3,
        3,
        10,
        HUGE,
        INFINITY,
        NAN);
  }

  @Test
  void leakyReluWithAlphaOfEachSign() {
    double[] x = {-2, 0, 3, -INFINITY, INFINITY, NAN};
    near(Activation.LEAKY_RELU, x, -0.02, 0, 3, -INFINITY, INFINITY, NAN);
    near(Activation.LEAKY_RELU, o -> o.alpha(-1.5), x, 3, 0, 3, INFINITY, INFINITY, NAN);
  }

  @Test
  void linear() {
    double[] x = {-2, 0, 3, INFINITY, NAN};
    near(Activation.LINEAR, x, -2, 0, 3, INFINITY, NAN);
    near(Activation.LINEAR, o -> o.alpha(2.5).beta(-1), x, -6, -1, 6.5, INFINITY, NAN);
  }

  /** 0.1 is 0.0999756 as a float16, and 7 times that is 1433.25 units of 2^-11, not 1433.6. */
  @Test
  void parametersAreCastToTheInputsType() {
    example(Activation.LINEAR, o -> o.alpha(0.1), float16(Shape.of(1), 7))
        .gives(float16(Shape.of(1), 1433 * 0x1p-11).repeated());
    example(Activation.LEAKY_RELU, o -> o.alpha(0.1), float16(Shape.of(1), -7))
        .gives(float16(Shape.of(1), -1433 * 0x1p-11).repeated());
  }

  @Test
  void sigmoidSaturates() {
    near(
        ElementwiseUnary.SIGMOID,
        of(0, 1, -1, 2, 100, -100, INFINITY, -INFINITY, NAN),
        0.5,
        0.7310585786300049,
        0.2689414213699951,
        0.8807970779778823,
        1,
        0,
        1,
        0,
        NAN);
    Example.of(float32(-20).repeated())
        .graph((builder, x) -> builder.sigmoid(x.getFirst()))
        .within(1e-5)
        .gives(float32(2.0611536181902037e-09).repeated());
  }

  /** Where exp(x) would be infinite, too. */
  @Test
  void softplusDoesNotOverflow() {
    near(
        ElementwiseUnary.SOFTPLUS,
        of(0, 1, -1, -20, 20, 1000, 60000, INFINITY, -INFINITY, NAN),
        0.6931471805599453,
        1.3132616875182228,
        0.31326168751822286,
        2.061153620314381e-09,
        20.000000002061153,
        1000,
        60000,
        INFINITY,
        0,
        NAN);
  }

  /** The specification's text has x / (1 + x), its decomposition the absolute value. */
  @Test
  void softsignDividesByTheAbsoluteValue() {
    near(
        ElementwiseUnary.SOFTSIGN,
        of(1, -1, -3, 0, 65504, NAN),
        0.5,
        -0.5,
        -0.75,
        0,
        65504.0 / 65505,
        NAN);
    Example.of(float32(3e38, -3e38).repeated())
        .graph((builder, x) -> builder.softsign(x.getFirst()))
        .gives(float32(1, -1).repeated());
  }

  @Test
  void tanhSaturates() {
    near(
        ElementwiseUnary.TANH,
        of(0, 1, -1, 0.25, 20, -200, INFINITY, -INFINITY, NAN),
        0,
        0.7615941559557649,
        -0.7615941559557649,
        0.24491866240370913,
        1,
        -1,
        1,
        -1,
        NAN);
  }
}
