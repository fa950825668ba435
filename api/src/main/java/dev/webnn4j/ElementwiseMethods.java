package dev.webnn4j;

import dev.webnn4j.op.Activation;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Prelu;
import java.util.function.Consumer;

/** Operators that work on each element by itself. */
public sealed interface ElementwiseMethods extends OperatorMethods permits MLGraphBuilder {

  /** A + b, element by element, broadcast. */
  default MLOperand add(MLOperand a, MLOperand b) {
    return binary(ElementwiseBinary.ADD, a, b);
  }

  /** A - b, element by element, broadcast. */
  default MLOperand sub(MLOperand a, MLOperand b) {
    return binary(ElementwiseBinary.SUB, a, b);
  }

  /** A * b, element by element, broadcast. */
  default MLOperand mul(MLOperand a, MLOperand b) {
    return binary(ElementwiseBinary.MUL, a, b);
  }

  /** A / b; integers truncate toward zero, element by element, broadcast. */
  default MLOperand div(MLOperand a, MLOperand b) {
    return binary(ElementwiseBinary.DIV, a, b);
  }

  /** The greater of both, element by element, broadcast. */
  default MLOperand max(MLOperand a, MLOperand b) {
    return binary(ElementwiseBinary.MAX, a, b);
  }

  /** The lesser of both, element by element, broadcast. */
  default MLOperand min(MLOperand a, MLOperand b) {
    return binary(ElementwiseBinary.MIN, a, b);
  }

  /** A to the power of b, element by element, broadcast. */
  default MLOperand pow(MLOperand a, MLOperand b) {
    return binary(ElementwiseBinary.POW, a, b);
  }

  /** One of the binary operators. */
  default MLOperand binary(ElementwiseBinary function, MLOperand a, MLOperand b) {
    return apply(
        function.operator(),
        Operands.of(ElementwiseBinary.A, a, ElementwiseBinary.B, b),
        Attributes.NONE);
  }

  /** One of the unary operators. */
  default MLOperand unary(ElementwiseUnary function, MLOperand input) {
    return apply(function.operator(), Operands.of(function.input(), input), Attributes.NONE);
  }

  /** |x|. */
  default MLOperand abs(MLOperand input) {
    return unary(ElementwiseUnary.ABS, input);
  }

  /** The least integer not below x. */
  default MLOperand ceil(MLOperand input) {
    return unary(ElementwiseUnary.CEIL, input);
  }

  /** The cosine. */
  default MLOperand cos(MLOperand input) {
    return unary(ElementwiseUnary.COS, input);
  }

  /** The Gauss error function. */
  default MLOperand erf(MLOperand input) {
    return unary(ElementwiseUnary.ERF, input);
  }

  /** E to the power of x. */
  default MLOperand exp(MLOperand input) {
    return unary(ElementwiseUnary.EXP, input);
  }

  /** The greatest integer not above x. */
  default MLOperand floor(MLOperand input) {
    return unary(ElementwiseUnary.FLOOR, input);
  }

  /** The input itself. */
  default MLOperand identity(MLOperand input) {
    return unary(ElementwiseUnary.IDENTITY, input);
  }

  /** The natural logarithm. */
  default MLOperand log(MLOperand input) {
    return unary(ElementwiseUnary.LOG, input);
  }

  /** -x. */
  default MLOperand neg(MLOperand input) {
    return unary(ElementwiseUnary.NEG, input);
  }

  /** 1 / x. */
  default MLOperand reciprocal(MLOperand input) {
    return unary(ElementwiseUnary.RECIPROCAL, input);
  }

  /** The nearest integer, ties to even. */
  default MLOperand roundEven(MLOperand input) {
    return unary(ElementwiseUnary.ROUND_EVEN, input);
  }

  /** -1, 0 or 1. */
  default MLOperand sign(MLOperand input) {
    return unary(ElementwiseUnary.SIGN, input);
  }

  /** The sine. */
  default MLOperand sin(MLOperand input) {
    return unary(ElementwiseUnary.SIN, input);
  }

  /** The square root. */
  default MLOperand sqrt(MLOperand input) {
    return unary(ElementwiseUnary.SQRT, input);
  }

  /** The tangent. */
  default MLOperand tan(MLOperand input) {
    return unary(ElementwiseUnary.TAN, input);
  }

  /** x / 2 * (1 + erf(x / sqrt 2)). */
  default MLOperand gelu(MLOperand input) {
    return unary(ElementwiseUnary.GELU, input);
  }

  /** x * clamp(x + 3, 0, 6) / 6. */
  default MLOperand hardSwish(MLOperand input) {
    return unary(ElementwiseUnary.HARD_SWISH, input);
  }

  /** Max(x, 0). */
  default MLOperand relu(MLOperand input) {
    return unary(ElementwiseUnary.RELU, input);
  }

  /** 1 / (1 + exp(-x)). */
  default MLOperand sigmoid(MLOperand input) {
    return unary(ElementwiseUnary.SIGMOID, input);
  }

  /** Log(1 + exp(x)). */
  default MLOperand softplus(MLOperand input) {
    return unary(ElementwiseUnary.SOFTPLUS, input);
  }

  /** x / (1 + |x|). */
  default MLOperand softsign(MLOperand input) {
    return unary(ElementwiseUnary.SOFTSIGN, input);
  }

  /** The hyperbolic tangent. */
  default MLOperand tanh(MLOperand input) {
    return unary(ElementwiseUnary.TANH, input);
  }

  /** x if positive, else alpha * (exp(x) - 1). */
  default MLOperand elu(MLOperand input, Consumer<MLActivationOptions> options) {
    return activation(Activation.ELU, input, options);
  }

  /** x if positive, else alpha * (exp(x) - 1), with the default parameters. */
  default MLOperand elu(MLOperand input) {
    return elu(input, o -> {});
  }

  /** clamp(alpha * x + beta, 0, 1). */
  default MLOperand hardSigmoid(MLOperand input, Consumer<MLActivationOptions> options) {
    return activation(Activation.HARD_SIGMOID, input, options);
  }

  /** clamp(alpha * x + beta, 0, 1), with the default parameters. */
  default MLOperand hardSigmoid(MLOperand input) {
    return hardSigmoid(input, o -> {});
  }

  /** x if positive, else alpha * x. */
  default MLOperand leakyRelu(MLOperand input, Consumer<MLActivationOptions> options) {
    return activation(Activation.LEAKY_RELU, input, options);
  }

  /** x if positive, else alpha * x, with the default parameters. */
  default MLOperand leakyRelu(MLOperand input) {
    return leakyRelu(input, o -> {});
  }

  /** alpha * x + beta. */
  default MLOperand linear(MLOperand input, Consumer<MLActivationOptions> options) {
    return activation(Activation.LINEAR, input, options);
  }

  /** alpha * x + beta, with the default parameters. */
  default MLOperand linear(MLOperand input) {
    return linear(input, o -> {});
  }

  /** One of the activations with parameters. */
  default MLOperand activation(
      Activation function, MLOperand input, Consumer<MLActivationOptions> options) {
    return apply(
        function.operator(),
        Operands.of(Activation.INPUT, input),
        Attributes.NONE,
        new MLActivationOptions(function),
        options);
  }

  /** x if positive, else slope * x; the slope is broadcast. */
  default MLOperand prelu(MLOperand input, MLOperand slope) {
    return apply(
        Prelu.OPERATOR, Operands.of(Prelu.INPUT, input, Prelu.SLOPE, slope), Attributes.NONE);
  }

  /** min(max(x, minValue), maxValue). */
  default MLOperand clamp(MLOperand input, Consumer<MLClampOptions> options) {
    return apply(
        Clamp.OPERATOR,
        Operands.of(Clamp.INPUT, input),
        Attributes.NONE,
        new MLClampOptions(),
        options);
  }

  /** The same numbers in another data type. */
  default MLOperand cast(MLOperand input, MLOperandDataType dataType) {
    return apply(
        Cast.OPERATOR, Operands.of(Cast.INPUT, input), Attributes.of(Cast.DATA_TYPE, dataType));
  }
}
