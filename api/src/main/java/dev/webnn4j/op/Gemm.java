package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;

/** {@code alpha * A * B + beta * C} on matrices, A and B transposed on request. */
public final class Gemm {
  public static final OperandSlot A = OperandSlot.of("a", Types.FLOATS).rank(2);
  public static final OperandSlot B = OperandSlot.of("b", Types.FLOATS).rank(2).sameTypeAs(A);
  public static final OperandSlot C =
      OperandSlot.of("c", Types.FLOATS).rank(0, 2).sameTypeAs(A).optional();

  public static final Attribute<Double> ALPHA = Attribute.number("alpha", 1);
  public static final Attribute<Double> BETA = Attribute.number("beta", 1);
  public static final Attribute<Boolean> A_TRANSPOSE = Attribute.flag("aTranspose", false);
  public static final Attribute<Boolean> B_TRANSPOSE = Attribute.flag("bTranspose", false);

  public static final Operator OPERATOR =
      Operator.named("gemm")
          .operands(A, B, C)
          .attributes(ALPHA, BETA, A_TRANSPOSE, B_TRANSPOSE)
          .infers(Gemm::infer);

  private Gemm() {}

  private static MLOperandDescriptor infer(Call call) {
    Shape a = call.shape(A);
    Shape b = call.shape(B);
    int aTransposed = call.get(A_TRANSPOSE) ? 1 : 0;
    int bTransposed = call.get(B_TRANSPOSE) ? 1 : 0;
    call.check(
        a.dim(1 - aTransposed) == b.dim(bTransposed),
        "a %s%s and b %s%s do not have the same inner dimension",
        a,
        aTransposed == 1 ? " transposed" : "",
        b,
        bTransposed == 1 ? " transposed" : "");
    Shape result = Shape.of(a.dim(aTransposed), b.dim(1 - bTransposed));
    call.operands()
        .find(C)
        .ifPresent(
            c ->
                call.check(
                    Broadcasting.unidirectional(c.shape(), result),
                    "c has shape %s, which cannot be broadcast to the result's %s",
                    c.shape(),
                    result));
    return call.type(A).withShape(result);
  }
}
