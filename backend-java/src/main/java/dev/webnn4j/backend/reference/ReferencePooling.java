package dev.webnn4j.backend.reference;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Poolings. Padding is no pixel; a window without any pixel has the mean and the norm 0, and as its
 * maximum the least value of the data type.
 */
final class ReferencePooling {
  private ReferencePooling() {}

  static Map<Operator, ReferenceFunction> functions() {
    Map<Operator, ReferenceFunction> table = new HashMap<>();
    for (Pooling function : Pooling.values()) {
      table.put(function.operator(), call -> pool(function, call));
    }
    return table;
  }

  private static Tensor pool(Pooling function, ReferenceCall call) {
    Tensor input = call.tensor(function.input());
    MLInputOperandLayout layout = call.get(Pool2d.LAYOUT);
    Window2d window = Pool2d.window(call.node().call(), function.input());
    return input.isFloat()
        ? Tensor.ofReals(
            call.resultType(), i -> real(function, input, pixels(call, input, layout, window, i)))
        : Tensor.ofIntegers(
            call.resultType(), i -> max(input, pixels(call, input, layout, window, i)));
  }

  /** The elements under one window. */
  private static List<Integer> pixels(
      ReferenceCall call, Tensor input, MLInputOperandLayout layout, Window2d window, int index) {
    int[] at = Images.coordinates(layout, call.resultType().shape(), index);
    List<Integer> pixels = new ArrayList<>();
    Window2d.Axis height = window.height();
    Window2d.Axis width = window.width();
    for (int ky = height.firstTap(at[2]); ky < height.endTap(at[2]); ky++) {
      for (int kx = width.firstTap(at[3]); kx < width.endTap(at[3]); kx++) {
        int y = Images.pixel(height, at[2], ky);
        int x = Images.pixel(width, at[3], kx);
        pixels.add(Images.index(input.shape(), layout, at[0], at[1], y, x));
      }
    }
    return pixels;
  }

  private static double real(Pooling function, Tensor input, List<Integer> pixels) {
    return switch (function) {
      case AVERAGE_POOL2D -> pixels.stream().mapToDouble(input::real).average().orElse(0);
      case L2_POOL2D ->
          Math.sqrt(pixels.stream().mapToDouble(i -> input.real(i) * input.real(i)).sum());
      case MAX_POOL2D ->
          pixels.stream().mapToDouble(input::real).max().orElse(Double.NEGATIVE_INFINITY);
    };
  }

  private static long max(Tensor input, List<Integer> pixels) {
    MLOperandDataType type = input.type().dataType();
    long least = type.kind() == MLOperandDataType.Kind.SIGNED ? -1L << (type.bits() - 1) : 0;
    return pixels.stream().max(input::compare).map(input::integer).orElse(least);
  }
}
