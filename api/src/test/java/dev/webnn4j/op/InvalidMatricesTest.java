package dev.webnn4j.op;

import static dev.webnn4j.op.InvalidCalls.floats;
import static dev.webnn4j.op.InvalidCalls.invalid;
import static dev.webnn4j.op.InvalidCalls.with;

import dev.webnn4j.MLOperandDescriptor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of products of matrices. */
final class InvalidMatricesTest {
  private static Operands<MLOperandDescriptor> gemm(MLOperandDescriptor a, MLOperandDescriptor b) {
    return Operands.of(Gemm.A, a, Gemm.B, b);
  }

  private static DynamicTest matmul(String message, MLOperandDescriptor a, MLOperandDescriptor b) {
    return invalid(message, Matmul.OPERATOR, Operands.of(Matmul.A, a, Matmul.B, b));
  }

  @TestFactory
  Stream<DynamicTest> gemm() {
    var fitting = gemm(floats(2, 3), floats(3, 4));
    return Stream.of(
        invalid(
            "a [2, 3] and b [2, 3] do not have the same inner dimension",
            Gemm.OPERATOR,
            gemm(floats(2, 3), floats(2, 3))),
        invalid(
            "a [2, 3] transposed and b [3, 4] do not have the same inner dimension",
            Gemm.OPERATOR,
            fitting,
            with(Gemm.A_TRANSPOSE, true)),
        invalid(
            "a [2, 3] and b [3, 4] transposed do not have the same inner dimension",
            Gemm.OPERATOR,
            fitting,
            with(Gemm.B_TRANSPOSE, true)),
        invalid(
            "c has shape [3], which cannot be broadcast to the result's [2, 4]",
            Gemm.OPERATOR,
            fitting.with(Gemm.C, floats(3))),
        invalid(
            "c has shape [2, 4], which cannot be broadcast to the result's [1, 4]",
            Gemm.OPERATOR,
            gemm(floats(1, 3), floats(3, 4)).with(Gemm.C, floats(2, 4))),
        invalid(
            "takes more than 2147483647 bytes",
            Gemm.OPERATOR,
            gemm(floats(1 << 16, 1), floats(1, 1 << 16))));
  }

  @TestFactory
  Stream<DynamicTest> matmul() {
    return Stream.of(
        matmul(
            "a [2, 3] and b [2, 3] do not have the same inner dimension",
            floats(2, 3),
            floats(2, 3)),
        matmul(
            "the leading axes of a [2, 1, 3] and b [5, 3, 1] cannot be broadcast",
            floats(2, 1, 3),
            floats(5, 3, 1)),
        matmul("takes more than 2147483647 bytes", floats(1 << 16, 1), floats(1, 1 << 16)));
  }
}
