package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.Gather;
import dev.webnn4j.op.GatherElements;
import dev.webnn4j.op.GatherNd;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.ScatterElements;
import dev.webnn4j.op.ScatterNd;
import dev.webnn4j.op.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What picks and places elements by index; the indices are of every sign and size. */
final class IndexCases {
  private static final int MAX_ELEMENTS = 1000;

  private IndexCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(
        Gather.OPERATOR, IndexCases::gather,
        GatherElements.OPERATOR, IndexCases::gatherElements,
        GatherNd.OPERATOR, IndexCases::gatherNd,
        ScatterElements.OPERATOR, IndexCases::scatterElements,
        ScatterNd.OPERATOR, IndexCases::scatterNd);
  }

  /** Around the range of an axis, so that scatters meet; now and then far away from it. */
  private static Fill indices(int size) {
    return (type, draw) ->
        Tensor.ofIntegers(
            type, _ -> draw.oneIn(9) ? draw.bits() : draw.between(-size - 2, size + 1));
  }

  private static OperatorCase.Builder start(
      Operator operator,
      OperandSlot input,
      MLOperandDataType type,
      Shape shape,
      OperandSlot slot,
      Shape indices,
      int size,
      Draw draw) {
    return OperatorCase.of(operator)
        .operand(input, draw.type(type, shape), Fill.special())
        .operand(slot, draw.type(draw.from(slot.types()), indices), indices(size))
        .tolerance(Tolerance.exact());
  }

  private static OperatorCase gather(Draw draw) {
    Shape shape = draw.shape(1, 4, MAX_ELEMENTS);
    Shape indices = draw.oneIn(10) ? Shape.of(draw.between(50, 400)) : draw.shape(0, 3, 20);
    int axis = draw.between(0, shape.rank() - 1);
    OperatorCase.Builder builder =
        start(
            Gather.OPERATOR,
            Gather.INPUT,
            draw.from(Types.ANY),
            shape,
            Gather.INDICES,
            indices,
            shape.dim(axis),
            draw);
    return (axis == 0 && draw.oneIn(2) ? builder : builder.with(Gather.AXIS, (long) axis))
        .build(draw);
  }

  /** The shape of indices along an axis: as the input's, but of another size there. */
  private static Shape along(Shape shape, int axis, Draw draw) {
    return shape.with(axis, draw.oneIn(6) ? draw.between(100, 3000) : draw.size());
  }

  private static OperatorCase gatherElements(Draw draw) {
    Shape shape = draw.shape(1, 4, 60);
    int axis = draw.between(0, shape.rank() - 1);
    return start(
            GatherElements.OPERATOR,
            GatherElements.INPUT,
            draw.from(Types.ANY),
            shape,
            GatherElements.INDICES,
            along(shape, axis, draw),
            shape.dim(axis),
            draw)
        .with(GatherElements.AXIS, (long) axis)
        .build(draw);
  }

  private static OperatorCase scatterElements(Draw draw) {
    Shape shape = draw.shape(1, 4, 60);
    int axis = draw.between(0, shape.rank() - 1);
    Shape indices = along(shape, axis, draw);
    MLOperandDataType type = draw.from(Types.ANY);
    return start(
            ScatterElements.OPERATOR,
            ScatterElements.INPUT,
            type,
            shape,
            ScatterElements.INDICES,
            indices,
            shape.dim(axis),
            draw)
        .operand(ScatterElements.UPDATES, draw.type(type, indices), Fill.special())
        .with(ScatterElements.AXIS, (long) axis)
        .build(draw);
  }

  /** Rows of coordinates for slices of a shape. */
  private static Shape rows(Shape shape, Draw draw) {
    int depth = draw.between(1, shape.rank());
    List<Long> dims = new ArrayList<>(draw.shape(0, 2, 40).toList());
    dims.add((long) depth);
    return Shape.of(dims);
  }

  private static OperatorCase gatherNd(Draw draw) {
    Shape shape = draw.shape(1, 4, MAX_ELEMENTS);
    return start(
            GatherNd.OPERATOR,
            GatherNd.INPUT,
            draw.from(Types.ANY),
            shape,
            GatherNd.INDICES,
            rows(shape, draw),
            shape.dim(0),
            draw)
        .build(draw);
  }

  private static OperatorCase scatterNd(Draw draw) {
    Shape shape = draw.oneIn(12) ? Shape.of(300, draw.between(1, 200)) : draw.shape(1, 4, 200);
    Shape rows = rows(shape, draw);
    int depth = rows.dim(-1);
    List<Long> updates = new ArrayList<>(rows.toList().subList(0, rows.rank() - 1));
    updates.addAll(shape.toList().subList(depth, shape.rank()));
    MLOperandDataType type = draw.from(Types.ANY);
    return start(
            ScatterNd.OPERATOR,
            ScatterNd.INPUT,
            type,
            shape,
            ScatterNd.INDICES,
            rows,
            shape.dim(0),
            draw)
        .operand(ScatterNd.UPDATES, draw.type(type, Shape.of(updates)), Fill.special())
        .build(draw);
  }
}
