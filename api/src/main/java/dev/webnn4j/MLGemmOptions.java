package dev.webnn4j;

import dev.webnn4j.op.Gemm;

/** Options of gemm; see {@link Gemm}. */
public final class MLGemmOptions extends MLOptions<MLGemmOptions> {
  MLGemmOptions() {}

  /** Is added; broadcast to the result. */
  public MLGemmOptions c(MLOperand operand) {
    return bind(Gemm.C, operand);
  }

  public MLGemmOptions alpha(double value) {
    return set(Gemm.ALPHA, value);
  }

  public MLGemmOptions beta(double value) {
    return set(Gemm.BETA, value);
  }

  public MLGemmOptions aTranspose(boolean value) {
    return set(Gemm.A_TRANSPOSE, value);
  }

  public MLGemmOptions bTranspose(boolean value) {
    return set(Gemm.B_TRANSPOSE, value);
  }
}
