package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Softmax;
import java.util.function.Consumer;

/** Products of matrices, and softmax. */
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
}
