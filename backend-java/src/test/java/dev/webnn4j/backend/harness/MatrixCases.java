package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.util.Arrays;
import java.util.Map;

/** Products of matrices. */
final class MatrixCases {
  private static final int MAX_BATCH = 12;

  private MatrixCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(Gemm.OPERATOR, MatrixCases::gemm, Matmul.OPERATOR, MatrixCases::matmul);
  }

  private static OperatorCase gemm(Draw draw) {
    MLOperandDataType type = draw.from(Types.FLOATS);
    int rows = draw.size();
    int columns = draw.oneIn(8) ? draw.between(100, 300) : draw.size();
    int inner = draw.oneIn(8) ? draw.between(100, 300) : draw.size();
    boolean aTransposed = draw.oneIn(2);
    boolean bTransposed = draw.oneIn(2);
    Shape a = aTransposed ? Shape.of(inner, rows) : Shape.of(rows, inner);
    Shape b = bTransposed ? Shape.of(columns, inner) : Shape.of(inner, columns);
    OperatorCase.Builder builder =
        OperatorCase.of(Gemm.OPERATOR)
            .operand(Gemm.A, draw.type(type, a), Fill.uniform(-2, 2))
            .operand(Gemm.B, draw.type(type, b), Fill.uniform(-2, 2))
            .with(Gemm.A_TRANSPOSE, aTransposed)
            .with(Gemm.B_TRANSPOSE, bTransposed)
            .tolerance(Tolerance.sum(inner + 2));
    if (draw.oneIn(2)) {
      Shape c = draw.broadcastable(Shape.of(rows, columns));
      builder.operand(Gemm.C, draw.type(type, c), Fill.uniform(-2, 2));
    }
    if (draw.oneIn(2)) {
      builder.with(Gemm.ALPHA, draw.uniform(-3, 3));
    }
    if (draw.oneIn(2)) {
      builder.with(Gemm.BETA, draw.uniform(-3, 3));
    }
    return builder.build(draw);
  }

  private static OperatorCase matmul(Draw draw) {
    MLOperandDataType type = draw.from(Types.FLOATS);
    Shape batch = draw.shape(0, 3, MAX_BATCH);
    int inner = draw.oneIn(8) ? draw.between(100, 300) : draw.size();
    Shape a = matrices(draw.oneIn(2) ? batch : draw.broadcastable(batch), draw.size(), inner);
    Shape b = matrices(draw.oneIn(2) ? batch : draw.broadcastable(batch), inner, draw.size());
    return OperatorCase.of(Matmul.OPERATOR)
        .operand(Matmul.A, draw.type(type, a), Fill.uniform(-2, 2))
        .operand(Matmul.B, draw.type(type, b), Fill.uniform(-2, 2))
        .tolerance(Tolerance.sum(inner))
        .build(draw);
  }

  private static Shape matrices(Shape batch, int rows, int columns) {
    int[] dims = Arrays.copyOf(batch.dims(), batch.rank() + 2);
    dims[batch.rank()] = rows;
    dims[batch.rank() + 1] = columns;
    return Shape.of(dims);
  }
}
