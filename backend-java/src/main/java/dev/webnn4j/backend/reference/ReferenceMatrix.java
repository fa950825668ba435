package dev.webnn4j.backend.reference;

import dev.webnn4j.Shape;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import java.util.Map;

/** Products of matrices. */
final class ReferenceMatrix {
  private ReferenceMatrix() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(Gemm.OPERATOR, ReferenceMatrix::gemm, Matmul.OPERATOR, ReferenceMatrix::matmul);
  }

  private static Tensor gemm(ReferenceCall call) {
    Tensor a = call.tensor(Gemm.A);
    Tensor b = call.tensor(Gemm.B);
    boolean aTransposed = call.get(Gemm.A_TRANSPOSE);
    boolean bTransposed = call.get(Gemm.B_TRANSPOSE);
    int inner = a.shape().dim(aTransposed ? 0 : 1);
    double alpha = call.parameter(Gemm.ALPHA);
    double beta = call.parameter(Gemm.BETA);
    Shape result = call.resultType().shape();
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int row = i / result.dim(1);
          int column = i % result.dim(1);
          double sum = 0;
          for (int k = 0; k < inner; k++) {
            double left = a.real(aTransposed ? at(a, k, row) : at(a, row, k));
            double right = b.real(bTransposed ? at(b, column, k) : at(b, k, column));
            sum += left * right;
          }
          return alpha * sum
              + call.find(Gemm.C)
                  .map(c -> beta * c.real(Places.broadcast(c.shape(), result, i)))
                  .orElse(0.0);
        });
  }

  private static int at(Tensor matrix, int row, int column) {
    return Places.index(matrix.shape(), row, column);
  }

  private static Tensor matmul(ReferenceCall call) {
    Tensor a = call.tensor(Matmul.A);
    Tensor b = call.tensor(Matmul.B);
    Shape result = call.resultType().shape();
    Shape batch = Matmul.batch(result);
    int rows = result.dim(-2);
    int columns = result.dim(-1);
    int inner = a.shape().dim(-1);
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int matrix = i / (rows * columns);
          int row = i / columns % rows;
          int column = i % columns;
          int left = Places.broadcast(Matmul.batch(a.shape()), batch, matrix) * rows * inner;
          int right = Places.broadcast(Matmul.batch(b.shape()), batch, matrix) * inner * columns;
          double sum = 0;
          for (int k = 0; k < inner; k++) {
            sum += a.real(left + row * inner + k) * b.real(right + k * columns + column);
          }
          return sum;
        });
  }
}
