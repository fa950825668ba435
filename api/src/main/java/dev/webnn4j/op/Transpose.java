package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** The axes in another order; by default the reverse. */
public final class Transpose {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);

  /** For each axis of the result, the axis of the input it was. */
  public static final Attribute<List<Long>> PERMUTATION = Attribute.optionalUints("permutation");

  public static final Operator OPERATOR =
      Operator.named("transpose").operands(INPUT).attributes(PERMUTATION).infers(Transpose::infer);

  private Transpose() {}

  /** The permutation of a call, which reverses the axes where none is given. */
  public static int[] permutation(Call call) {
    int rank = call.shape(INPUT).rank();
    return call.find(PERMUTATION).isPresent()
        ? call.getInts(PERMUTATION)
        : IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
  }

  private static MLOperandDescriptor infer(Call call) {
    Shape shape = call.shape(INPUT);
    int[] permutation = permutation(call);
    boolean everyAxisOnce =
        IntStream.of(permutation).distinct().filter(axis -> axis < shape.rank()).count()
            == shape.rank();
    call.check(
        permutation.length == shape.rank() && everyAxisOnce,
        "permutation %s must hold each axis of the input %s once",
        call.find(PERMUTATION).orElse(List.of()),
        shape);
    return call.type(INPUT)
        .withShape(Shape.of(IntStream.of(permutation).map(shape::dim).toArray()));
  }
}
