package dev.webnn4j.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.ArrayList;
import java.util.List;

/** Repeats the whole input some times along each axis. */
public final class Tile {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);

  /** How often, for each axis; the one list of the specification whose numbers wrap. */
  public static final Attribute<List<Long>> REPETITIONS =
      Attribute.argument("repetitions", new AttributeType.UnsignedLongs(false));

  public static final Operator OPERATOR =
      Operator.named("tile").operands(INPUT).attributes(REPETITIONS).infers(Tile::infer);

  private Tile() {}

  private static MLOperandDescriptor infer(Call call) {
    Shape shape = call.shape(INPUT);
    int[] repetitions = call.getInts(REPETITIONS, shape.rank(), 1);
    List<Long> dims = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      dims.add((long) shape.dim(axis) * repetitions[axis]);
    }
    return call.type(INPUT).withShape(Shape.of(dims));
  }
}
