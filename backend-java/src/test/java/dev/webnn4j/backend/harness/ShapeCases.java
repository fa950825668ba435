package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Transpose;
import dev.webnn4j.op.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What moves elements without changing them. */
final class ShapeCases {
  private static final int MAX_ELEMENTS = 4000;

  private ShapeCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(
        Concat.OPERATOR, ShapeCases::concat,
        Reshape.OPERATOR, ShapeCases::reshape,
        Transpose.OPERATOR, ShapeCases::transpose);
  }

  private static OperatorCase concat(Draw draw) {
    Shape shape = draw.shape(1, 5, MAX_ELEMENTS / 4);
    MLOperandDataType type = draw.from(Types.ANY);
    int axis = draw.between(0, shape.rank() - 1);
    List<MLOperandDescriptor> inputs = new ArrayList<>();
    for (int i = draw.between(1, 4); i > 0; i--) {
      inputs.add(draw.type(type, shape.with(axis, draw.between(1, 9))));
    }
    return OperatorCase.of(Concat.OPERATOR)
        .operand(Concat.INPUTS, inputs, Fill.special())
        .with(Concat.AXIS, (long) axis)
        .tolerance(Tolerance.exact())
        .build(draw);
  }

  private static OperatorCase reshape(Draw draw) {
    Shape shape = UnaryCases.shape(draw);
    List<Long> dims = new ArrayList<>(shape.toList());
    if (dims.size() > 1) {
      dims.addFirst(dims.removeFirst() * dims.removeFirst());
    }
    dims.add(draw.between(0, dims.size()), 1L);
    return OperatorCase.of(Reshape.OPERATOR)
        .operand(Reshape.INPUT, draw.type(draw.from(Types.ANY), shape), Fill.special())
        .with(Reshape.NEW_SHAPE, dims)
        .tolerance(Tolerance.exact())
        .build(draw);
  }

  private static OperatorCase transpose(Draw draw) {
    Shape shape = draw.oneIn(10) ? Shape.of(130, 70) : draw.shape(0, 5, MAX_ELEMENTS);
    OperatorCase.Builder builder =
        OperatorCase.of(Transpose.OPERATOR)
            .operand(Transpose.INPUT, draw.type(draw.from(Types.ANY), shape), Fill.special())
            .tolerance(Tolerance.exact());
    if (!draw.oneIn(3)) {
      builder.with(Transpose.PERMUTATION, draw.permutation(shape.rank()));
    }
    return builder.build(draw);
  }
}
