package dev.webnn4j.op;

import dev.webnn4j.Shape;
import java.util.Optional;

/**
 * How parameters of quantisation are repeated: each stands for a block of elements. With every axis
 * of the elements cut in two, into blocks and the elements of one, that is broadcasting: parameters
 * of [2, 3] for [4, 6] are [2, 1, 3, 1] for [2, 2, 3, 2].
 *
 * @param elements the shape of the elements with its axes cut in two; their order is the same
 * @param parameters the shape of the parameters, which broadcasts to that of the elements
 */
public record Blocks(Shape elements, Shape parameters) {
  /**
   * The blocks of elements of shape {@code to}. Parameters of a lower rank belong to the last axes,
   * as web-platform-tests have it; the specification wants equal ranks.
   *
   * @return empty if the sizes of {@code from} do not divide those of {@code to}
   */
  public static Optional<Blocks> of(Shape from, Shape to) {
    int added = to.rank() - from.rank();
    if (added < 0) {
      return Optional.empty();
    }
    int[] elements = new int[2 * to.rank()];
    int[] parameters = new int[2 * to.rank()];
    for (int axis = 0; axis < to.rank(); axis++) {
      int count = axis < added ? 1 : from.dim(axis - added);
      if (to.dim(axis) % count != 0) {
        return Optional.empty();
      }
      elements[2 * axis] = count;
      elements[2 * axis + 1] = to.dim(axis) / count;
      parameters[2 * axis] = count;
      parameters[2 * axis + 1] = 1;
    }
    return Optional.of(new Blocks(Shape.of(elements), Shape.of(parameters)));
  }

  /** Checks the shapes of a call that quantises or dequantises, and gives its blocks. */
  static Blocks of(Call call, OperandSlot input, OperandSlot scale, OperandSlot zeroPoint) {
    call.check(
        call.shape(zeroPoint).equals(call.shape(scale)),
        "%s has shape %s; it must be %s, that of %s",
        zeroPoint.name(),
        call.shape(zeroPoint),
        call.shape(scale),
        scale.name());
    return of(call.shape(scale), call.shape(input))
        .orElseThrow(
            () ->
                call.error(
                    "%s has shape %s, which does not cut the %s's %s into equal blocks",
                    scale.name(), call.shape(scale), input.name(), call.shape(input)));
  }
}
