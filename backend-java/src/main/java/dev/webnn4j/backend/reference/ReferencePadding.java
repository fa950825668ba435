package dev.webnn4j.backend.reference;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pad;
import dev.webnn4j.op.Triangular;
import java.util.List;
import java.util.Map;

/** What keeps a part of its input and fills the rest. */
final class ReferencePadding {
  private ReferencePadding() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(
        Pad.OPERATOR, ReferencePadding::pad, Triangular.OPERATOR, ReferencePadding::triangular);
  }

  private static Tensor pad(ReferenceCall call) {
    Tensor input = call.tensor(Pad.INPUT);
    Shape shape = input.shape();
    List<Long> begin = call.get(Pad.BEGINNING_PADDING);
    MLPaddingMode mode = call.get(Pad.MODE);
    Tensor constant = Tensor.scalar(input.type().dataType(), call.get(Pad.VALUE));
    return Tensor.collect(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(call.resultType().shape(), i);
          boolean inside = true;
          for (int axis = 0; axis < at.length; axis++) {
            int last = shape.dim(axis) - 1;
            int place = at[axis] - begin.get(axis).intValue();
            inside &= place >= 0 && place <= last;
            at[axis] =
                switch (mode) {
                  case CONSTANT, EDGE -> Math.clamp(place, 0, last);
                  case REFLECTION -> place < 0 ? -place : place > last ? 2 * last - place : place;
                  case SYMMETRIC ->
                      place < 0 ? -place - 1 : place > last ? 2 * last + 1 - place : place;
                };
          }
          return inside || mode != MLPaddingMode.CONSTANT
              ? new Tensor.Element(input, Places.index(shape, at))
              : new Tensor.Element(constant, 0);
        });
  }

  private static Tensor triangular(ReferenceCall call) {
    Tensor input = call.tensor(Triangular.INPUT);
    Tensor zero = Tensor.scalar(input.type().dataType(), MLNumber.of(0));
    boolean upper = call.get(Triangular.UPPER);
    long diagonal = call.get(Triangular.DIAGONAL);
    int rank = input.shape().rank();
    return Tensor.collect(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(input.shape(), i);
          int above = at[rank - 1] - at[rank - 2];
          boolean stays = upper ? above >= diagonal : above <= diagonal;
          return stays ? new Tensor.Element(input, i) : new Tensor.Element(zero, 0);
        });
  }
}
