package dev.webnn4j.backend.harness;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Convolutions of any kind whose results lie side by side. */
final class ConcatenatedConvolutionsCases {
  /** The multiplications of one case, at most. */
  private static final int MAX_WORK = 60_000;

  private ConcatenatedConvolutionsCases() {}

  /** What one convolution does; the channels are those of a group. */
  private record Branch(
      int groups,
      int inputs,
      int outputs,
      List<Integer> window,
      List<Long> strides,
      List<Long> dilations,
      List<Long> padding) {

    static Branch of(Draw draw) {
      boolean pointwise = draw.oneIn(2);
      List<Integer> window =
          pointwise ? List.of(1, 1) : List.of(draw.between(1, 4), draw.between(1, 4));
      List<Long> dilations = List.of(few(draw), few(draw));
      int top = half(window, dilations, 0);
      int left = half(window, dilations, 1);
      return new Branch(
          draw.oneIn(4) ? draw.between(2, 3) : 1,
          draw.size(),
          draw.size(),
          window,
          List.of(few(draw), few(draw)),
          dilations,
          List.of(pad(draw, top), pad(draw, top), pad(draw, left), pad(draw, left)));
    }

    private static long few(Draw draw) {
      return draw.oneIn(2) ? 1 : draw.between(1, 3);
    }

    private static int half(List<Integer> window, List<Long> dilations, int axis) {
      return (int) ((window.get(axis) - 1) * dilations.get(axis) / 2);
    }

    private static long pad(Draw draw, int most) {
      return draw.between(0, most);
    }

    int terms() {
      return inputs * window.get(0) * window.get(1) + 1;
    }

    int work() {
      return groups * outputs * terms();
    }

    /** How long an axis of the input must be for so many pixels of the result, or a bit longer. */
    private int side(Draw draw, int axis, int pixels) {
      long span = (pixels - 1) * strides.get(axis) + (window.get(axis) - 1) * dilations.get(axis);
      long padded = padding.get(2 * axis) + padding.get(2 * axis + 1);
      return (int) (span + draw.between(1, strides.get(axis).intValue()) - padded);
    }

    Attributes attributes(Draw draw, MLInputOperandLayout layout) {
      Attributes attributes =
          Attributes.of(Convolution.STRIDES, strides)
              .with(Convolution.DILATIONS, dilations)
              .with(Convolution.PADDING, padding)
              .with(Convolution.GROUPS, (long) groups)
              .with(Convolution.INPUT_LAYOUT, layout);
      return draw.oneIn(2)
          ? attributes.with(Convolution.MIN, -1.0).with(Convolution.MAX, 6.0)
          : attributes;
    }

    Map<OperandSlot, Shape> shapes(Draw draw, MLInputOperandLayout layout, Shape result) {
      int height = side(draw, 0, result.dim(1));
      int width = side(draw, 1, result.dim(2));
      Map<OperandSlot, Shape> shapes = new LinkedHashMap<>();
      shapes.put(
          Convolution.INPUT,
          ImageLayout.shape(layout, result.dim(0), groups * inputs, height, width));
      shapes.put(
          Convolution.FILTER, Shape.of(groups * outputs, window.get(0), window.get(1), inputs));
      if (draw.oneIn(2)) {
        shapes.put(Convolution.BIAS, Shape.of(groups * outputs));
      }
      return shapes;
    }
  }

  static OperatorCase concatenatedConvolutions(Draw draw) {
    // Mostly as the compiler makes them.
    boolean fast = !draw.oneIn(6);
    MLOperandDataType type = fast ? MLOperandDataType.FLOAT32 : draw.from(Types.FLOATS);
    List<Branch> branches =
        Stream.generate(() -> Branch.of(draw))
            .limit(draw.between(1, ConcatenatedConvolutions.MAX_BRANCHES))
            .toList();
    int work = branches.stream().mapToInt(Branch::work).sum();
    int side = Math.clamp((long) Math.sqrt((double) MAX_WORK / work), 1, 12);
    Shape result = Shape.of(draw.oneIn(3) ? 2 : 1, draw.between(1, side), draw.between(1, side), 1);
    int terms = branches.stream().mapToInt(Branch::terms).max().orElseThrow();
    OperatorCase.Builder builder =
        OperatorCase.of(ConcatenatedConvolutions.OPERATOR).tolerance(Tolerance.sum(terms));
    for (int i = 0; i < branches.size(); i++) {
      var slots = ConcatenatedConvolutions.BRANCHES.get(i);
      MLInputOperandLayout layout =
          draw.oneIn(8) ? MLInputOperandLayout.NCHW : MLInputOperandLayout.NHWC;
      branches
          .get(i)
          .shapes(draw, layout, result)
          .forEach(
              (slot, shape) ->
                  builder.operand(slots.slot(slot), draw.type(type, shape), Fill.uniform(-2, 2)));
      builder.with(slots.withAttributes(Attributes.NONE, branches.get(i).attributes(draw, layout)));
      if (fast) {
        builder.constant(slots.slot(Convolution.FILTER), slots.slot(Convolution.BIAS));
      }
    }
    return builder.build(draw);
  }
}
