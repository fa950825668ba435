package dev.webnn4j;

import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Softmax;
import java.util.function.Consumer;

/** Operators that combine elements: products of matrices and reductions along an axis. */
public sealed interface MatrixMethods extends OperatorMethods permits MLGraphBuilder {

  /** alpha * a * b + beta * c, on matrices. */
  default MLOperand gemm(MLOperand a, MLOperand b, Consumer<MLGemmOptions> options) {
    return apply(
        Gemm.OPERATOR,
        Operands.of(Gemm.A, a, Gemm.B, b),
        Attributes.NONE,
        new MLGemmOptions(),
        options);
  }

  /** The product of two matrices. */
  default MLOperand gemm(MLOperand a, MLOperand b) {
    return gemm(a, b, o -> {});
  }

  /** The product of matrices in the last two axes; the axes before them broadcast. */
  default MLOperand matmul(MLOperand a, MLOperand b) {
    return apply(Matmul.OPERATOR, Operands.of(Matmul.A, a, Matmul.B, b), Attributes.NONE);
  }

  /** exp(x) / sum(exp(x)) along an axis. */
  default MLOperand softmax(MLOperand input, long axis) {
    return apply(
        Softmax.OPERATOR, Operands.of(Softmax.INPUT, input), Attributes.of(Softmax.AXIS, axis));
  }

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
}
