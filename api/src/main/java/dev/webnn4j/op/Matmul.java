package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Arrays;

/** The product of matrices in the last two axes; the axes before them broadcast. */
public final class Matmul {
  public static final OperandSlot A = OperandSlot.of("a", Types.FLOATS).minRank(2);
  public static final OperandSlot B = OperandSlot.of("b", Types.FLOATS).minRank(2).sameTypeAs(A);

  public static final Operator OPERATOR =
      Operator.named("matmul").operands(A, B).infers(Matmul::infer);

  private Matmul() {}

  private static MLOperandDescriptor infer(Call call) {
    Shape a = call.shape(A);
    Shape b = call.shape(B);
    call.check(a.dim(-1) == b.dim(-2), "a %s and b %s do not have the same inner dimension", a, b);
    Shape batch =
        Broadcasting.bidirectional(batch(a), batch(b))
            .orElseThrow(
                () -> call.error("the leading axes of a %s and b %s cannot be broadcast", a, b));
    int[] dims = Arrays.copyOf(batch.dims(), batch.rank() + 2);
    dims[batch.rank()] = a.dim(-2);
    dims[batch.rank() + 1] = b.dim(-1);
    return call.type(A).withShape(Shape.of(dims));
  }

  /** The axes before the matrices. */
  public static Shape batch(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.dims(), shape.rank() - 2));
  }
}
