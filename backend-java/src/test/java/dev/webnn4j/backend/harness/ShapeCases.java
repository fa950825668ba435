package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Expand;
import dev.webnn4j.op.LongOrList;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Reverse;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Split;
import dev.webnn4j.op.Tile;
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
        Expand.OPERATOR, ShapeCases::expand,
        Reshape.OPERATOR, ShapeCases::reshape,
        Reverse.OPERATOR, ShapeCases::reverse,
        Slice.OPERATOR, ShapeCases::slice,
        Split.OPERATOR, ShapeCases::split,
        Tile.OPERATOR, ShapeCases::tile,
        Transpose.OPERATOR, ShapeCases::transpose);
  }

  private static OperatorCase.Builder start(
      Operator operator, OperandSlot input, Shape shape, Draw draw) {
    return OperatorCase.of(operator)
        .operand(input, draw.type(draw.from(Types.ANY), shape), Fill.special())
        .tolerance(Tolerance.exact());
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

  private static OperatorCase expand(Draw draw) {
    Shape shape = UnaryCases.shape(draw);
    return start(Expand.OPERATOR, Expand.INPUT, draw.broadcastable(shape), draw)
        .with(Expand.NEW_SHAPE, shape.toList())
        .build(draw);
  }

  private static OperatorCase reshape(Draw draw) {
    Shape shape = UnaryCases.shape(draw);
    List<Long> dims = new ArrayList<>(shape.toList());
    if (dims.size() > 1) {
      dims.addFirst(dims.removeFirst() * dims.removeFirst());
    }
    dims.add(draw.between(0, dims.size()), 1L);
    return start(Reshape.OPERATOR, Reshape.INPUT, shape, draw)
        .with(Reshape.NEW_SHAPE, dims)
        .build(draw);
  }

  private static OperatorCase reverse(Draw draw) {
    Shape shape = UnaryCases.shape(draw);
    OperatorCase.Builder builder = start(Reverse.OPERATOR, Reverse.INPUT, shape, draw);
    if (!draw.oneIn(3)) {
      List<Long> axes = draw.permutation(shape.rank());
      builder.with(Reverse.AXES, axes.subList(0, draw.between(0, shape.rank())));
    }
    return builder.build(draw);
  }

  private static OperatorCase slice(Draw draw) {
    Shape shape = UnaryCases.shape(draw);
    List<Long> starts = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    List<Long> strides = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      boolean whole = draw.oneIn(3);
      int start = whole ? 0 : draw.between(0, shape.dim(axis) - 1);
      starts.add((long) start);
      sizes.add((long) (whole ? shape.dim(axis) : draw.between(1, shape.dim(axis) - start)));
      strides.add(
          draw.oneIn(2) ? 1 : draw.oneIn(9) ? Integer.MAX_VALUE : (long) draw.between(2, 4));
    }
    OperatorCase.Builder builder =
        start(Slice.OPERATOR, Slice.INPUT, shape, draw)
            .with(Slice.STARTS, starts)
            .with(Slice.SIZES, sizes);
    return (draw.oneIn(3) ? builder : builder.with(Slice.STRIDES, strides)).build(draw);
  }

  private static OperatorCase split(Draw draw) {
    Shape shape = draw.oneIn(12) ? Shape.of(50, draw.between(500, 2000)) : draw.shape(1, 5, 900);
    int axis = draw.between(0, shape.rank() - 1);
    LongOrList splits;
    if (draw.oneIn(2)) {
      int count = draw.between(1, 5);
      shape = shape.with(axis, count * draw.between(1, 9));
      splits = new LongOrList.One(count);
    } else {
      List<Long> sizes = new ArrayList<>();
      for (long left = shape.dim(axis); left > 0; left -= sizes.getLast()) {
        sizes.add((long) draw.between(1, (int) left));
      }
      splits = new LongOrList.Many(sizes);
    }
    OperatorCase.Builder builder =
        start(Split.OPERATOR, Split.INPUT, shape, draw).with(Split.SPLITS, splits);
    return (axis == 0 && draw.oneIn(2) ? builder : builder.with(Split.AXIS, (long) axis))
        .build(draw);
  }

  private static OperatorCase tile(Draw draw) {
    Shape shape = draw.shape(0, 4, 100);
    List<Long> repetitions = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      repetitions.add(draw.oneIn(2) ? 1 : (long) draw.between(2, 6));
    }
    if (shape.rank() > 0 && draw.oneIn(12)) {
      repetitions.set(draw.between(0, shape.rank() - 1), 300L);
    }
    return start(Tile.OPERATOR, Tile.INPUT, shape, draw)
        .with(Tile.REPETITIONS, repetitions)
        .build(draw);
  }

  private static OperatorCase transpose(Draw draw) {
    Shape shape =
        draw.oneIn(10) ? Shape.of(130, draw.between(70, 200)) : draw.shape(0, 5, MAX_ELEMENTS);
    OperatorCase.Builder builder = start(Transpose.OPERATOR, Transpose.INPUT, shape, draw);
    if (!draw.oneIn(3)) {
      builder.with(Transpose.PERMUTATION, draw.permutation(shape.rank()));
    }
    return builder.build(draw);
  }
}
