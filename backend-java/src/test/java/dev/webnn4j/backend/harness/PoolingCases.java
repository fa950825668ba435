package dev.webnn4j.backend.harness;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLRoundingType;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Poolings, with windows that hang over the edge. */
final class PoolingCases {
  private PoolingCases() {}

  static Map<Operator, CaseGenerator> generators() {
    Map<Operator, CaseGenerator> generators = new HashMap<>();
    for (Pooling function : Pooling.values()) {
      generators.put(function.operator(), draw -> pool(function, draw));
    }
    return generators;
  }

  private static OperatorCase pool(Pooling function, Draw draw) {
    MLOperandDataType type = draw.from(function.input().types());
    MLInputOperandLayout layout = draw.of(MLInputOperandLayout.values());
    int height = draw.between(1, 12);
    int width = draw.between(1, 20);
    var shape = ImageLayout.shape(layout, draw.between(1, 2), draw.size(), height, width);
    OperatorCase.Builder builder =
        OperatorCase.of(function.operator())
            .operand(function.input(), draw.type(type, shape), Fill.any())
            .with(Pool2d.LAYOUT, layout);
    if (draw.oneIn(5)) {
      return builder.tolerance(tolerance(function, height * width)).build(draw);
    }
    int windowHeight = draw.between(1, Math.min(4, height));
    int windowWidth = draw.between(1, Math.min(4, width));
    builder.with(Pool2d.WINDOW_DIMENSIONS, List.of((long) windowHeight, (long) windowWidth));
    if (draw.oneIn(2)) {
      builder.with(Pool2d.STRIDES, List.of((long) draw.between(1, 3), (long) draw.between(1, 3)));
    }
    boolean dilated = (windowHeight - 1) * 2 + 1 <= height && (windowWidth - 1) * 2 + 1 <= width;
    if (dilated && draw.oneIn(3)) {
      builder.with(Pool2d.DILATIONS, List.of(2L, 2L));
    }
    if (draw.oneIn(2)) {
      builder.with(
          Pool2d.PADDING,
          List.of(
              (long) draw.between(0, windowHeight - 1),
              (long) draw.between(0, windowHeight - 1),
              (long) draw.between(0, windowWidth - 1),
              (long) draw.between(0, windowWidth - 1)));
    }
    if (draw.oneIn(2)) {
      builder.with(Pool2d.OUTPUT_SHAPE_ROUNDING, draw.of(MLRoundingType.values()));
    }
    if (draw.oneIn(4)) {
      Window2d window = Pool2d.window(builder.call(), function.input());
      builder.with(
          Pool2d.OUTPUT_SIZES,
          List.of((long) window.height().output(), (long) window.width().output()));
    }
    return builder.tolerance(tolerance(function, windowHeight * windowWidth)).build(draw);
  }

  /**
   * A mean is a sum; the squares of a norm are all positive, so that their roundings stay relative
   * to the result, halved by the root.
   */
  private static Tolerance tolerance(Pooling function, int taps) {
    return switch (function) {
      case AVERAGE_POOL2D -> Tolerance.sum(taps);
      case L2_POOL2D -> Tolerance.ulps(2 + taps / 2.0).absolute(ReductionCases.underflow(taps));
      case MAX_POOL2D -> Tolerance.ulps(0);
    };
  }
}
