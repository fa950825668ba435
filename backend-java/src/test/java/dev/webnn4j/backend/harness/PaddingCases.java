package dev.webnn4j.backend.harness;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pad;
import dev.webnn4j.op.Triangular;
import dev.webnn4j.op.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What keeps a part of its input and fills the rest. */
final class PaddingCases {
  private PaddingCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(Pad.OPERATOR, PaddingCases::pad, Triangular.OPERATOR, PaddingCases::triangular);
  }

  private static OperatorCase pad(Draw draw) {
    Shape shape = draw.oneIn(12) ? Shape.of(60, draw.between(100, 600)) : draw.shape(1, 4, 300);
    MLPaddingMode mode = draw.of(MLPaddingMode.values());
    List<Long> begin = new ArrayList<>();
    List<Long> end = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      int most =
          switch (mode) {
            case CONSTANT, EDGE -> 5;
            case REFLECTION -> shape.dim(axis) - 1;
            case SYMMETRIC -> shape.dim(axis);
          };
      boolean none = draw.oneIn(3);
      begin.add(none ? 0 : (long) draw.between(0, Math.min(most, 5)));
      end.add(none ? 0 : (long) draw.between(0, draw.oneIn(9) ? most : Math.min(most, 5)));
    }
    OperatorCase.Builder builder =
        OperatorCase.of(Pad.OPERATOR)
            .operand(Pad.INPUT, draw.type(draw.from(Types.ANY), shape), Fill.special())
            .with(Pad.BEGINNING_PADDING, begin)
            .with(Pad.ENDING_PADDING, end)
            .with(Pad.MODE, mode)
            .tolerance(Tolerance.exact());
    if (draw.oneIn(2)) {
      boolean whole = draw.oneIn(2);
      MLNumber any = whole ? MLNumber.of(draw.bits()) : MLNumber.of(draw.from(Fill.SPECIAL));
      builder.with(Pad.VALUE, any);
    }
    return builder.build(draw);
  }

  private static OperatorCase triangular(Draw draw) {
    Shape shape = draw.oneIn(12) ? Shape.of(3, draw.between(50, 200), 90) : draw.shape(2, 5, 2000);
    OperatorCase.Builder builder =
        OperatorCase.of(Triangular.OPERATOR)
            .operand(Triangular.INPUT, draw.type(draw.from(Types.ANY), shape), Fill.special())
            .tolerance(Tolerance.exact());
    if (draw.oneIn(2)) {
      builder.with(Triangular.UPPER, draw.oneIn(2));
    }
    if (draw.oneIn(2)) {
      int far = draw.of(Integer.MIN_VALUE, Integer.MAX_VALUE);
      builder.with(Triangular.DIAGONAL, draw.oneIn(6) ? far : draw.between(-9, 9));
    }
    return builder.build(draw);
  }
}
