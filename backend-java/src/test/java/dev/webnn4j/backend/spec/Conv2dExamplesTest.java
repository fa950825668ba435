package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLConv2dOptions;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.Shape;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Convolutions of small integers; the numbers are those of a direct convolution in NumPy. */
final class Conv2dExamplesTest {
  private static final Data FILTER = counted(1, 1, 1, 2, 2);

  private static Example conv(Data input, Data filter, Consumer<MLConv2dOptions> options) {
    return Example.of(input, filter)
        .graph((builder, x) -> builder.conv2d(x.getFirst(), x.getLast(), options));
  }

  private static Example withBias(
      Data input, Data filter, Data bias, Consumer<MLConv2dOptions> options) {
    return Example.of(input, filter, bias)
        .graph(
            (builder, x) ->
                builder.conv2d(x.getFirst(), x.get(1), o -> options.accept(o.bias(x.getLast()))));
  }

  /** The integers from {@code first} on. */
  private static Data counted(int first, int... shape) {
    int count = (int) Shape.of(shape).elementCount();
    return float32(
        Shape.of(shape), IntStream.range(first, first + count).asDoubleStream().toArray());
  }

  /** An input or a result that is NCHW, in another layout. */
  private static Data as(MLInputOperandLayout layout, Data nchw) {
    return reordered(nchw, layout.name().chars().map("NCHW"::indexOf).toArray());
  }

  /** A filter that is OIHW, in another layout. */
  private static Data as(MLConv2dFilterOperandLayout layout, Data oihw) {
    return reordered(oihw, layout.name().chars().map("OIHW"::indexOf).toArray());
  }

  private static Data reordered(Data data, int[] order) {
    Shape from = data.type().shape();
    Shape to = Shape.of(IntStream.of(order).map(from::dim).toArray());
    long[] strides = from.strides();
    double[] elements = new double[(int) to.elementCount()];
    for (int i = 0; i < elements.length; i++) {
      long place = 0;
      int rest = i;
      for (int axis = 3; axis >= 0; axis--) {
        place += rest % to.dim(axis) * strides[order[axis]];
        rest /= to.dim(axis);
      }
      elements[i] = data.tensor().real((int) place);
    }
    return float32(to, elements);
  }

  private static void inEveryLayout(Data input, Data filter, Data bias, long groups, Data result) {
    for (MLInputOperandLayout layout : MLInputOperandLayout.values()) {
      for (MLConv2dFilterOperandLayout filterLayout : MLConv2dFilterOperandLayout.values()) {
        withBias(
                as(layout, input),
                as(filterLayout, filter),
                bias,
                o -> o.groups(groups).inputLayout(layout).filterLayout(filterLayout))
            .gives(as(layout, result));
      }
    }
  }

  @Test
  void theFilterIsNotFlipped() {
    conv(counted(1, 1, 1, 3, 4), FILTER, o -> {})
        .gives(float32(Shape.of(1, 1, 2, 3), 44, 54, 64, 84, 94, 104));
  }

  @Test
  void paddingIsTopBottomLeftRight() {
    conv(counted(1, 1, 1, 3, 4), FILTER, o -> o.padding(1, 0, 0, 2))
        .gives(
            float32(
                Shape.of(1, 1, 3, 5), 11, 18, 25, 12, 0, 44, 54, 64, 28, 0, 84, 94, 104, 44, 0));
  }

  @Test
  void stridesAreOfHeightAndWidth() {
    conv(counted(1, 1, 1, 5, 5), FILTER, o -> o.strides(2, 3))
        .gives(float32(Shape.of(1, 1, 2, 2), 51, 81, 151, 181));
  }

  @Test
  void dilationsAreOfHeightAndWidth() {
    conv(counted(1, 1, 1, 4, 5), FILTER, o -> o.dilations(2, 3))
        .gives(float32(Shape.of(1, 1, 2, 2), 98, 108, 148, 158));
  }

  @Test
  void everyLayoutOfInputAndFilter() {
    Data input = counted(0, 1, 2, 3, 3);
    Data filter = counted(-10, 3, 2, 2, 2);
    Data result =
        float32(
            Shape.of(1, 3, 2, 2), -152, -204, -308, -360, 164, 176, 200, 212, 480, 556, 708, 784);
    inEveryLayout(input, filter, float32(100, 0, -100), 1, result);
  }

  /** All sizes differ, so that no axis can be taken for another one. */
  @Test
  void everyLayoutOfABatch() {
    Data input = counted(0, 2, 3, 2, 3);
    Data filter = counted(-5, 2, 3, 2, 1);
    Data result =
        float32(
            Shape.of(2, 2, 1, 3), -59, -74, -89, 212, 233, 254, -329, -344, -359, 590, 611, 632);
    inEveryLayout(input, filter, float32(1, 2), 1, result);
  }

  @Test
  void groupsSeeTheirChannelsOnly() {
    Data input = counted(0, 1, 4, 2, 2);
    Data filter = counted(-7, 4, 2, 1, 2);
    Data result = float32(Shape.of(1, 4, 2, 1), -46, -90, -6, -18, 114, 134, 282, 334);
    inEveryLayout(input, filter, float32(0, 0, 0, 0), 2, result);
  }

  @Test
  void depthwise() {
    Data input = counted(0, 1, 3, 3, 3);
    Data filter = float32(Shape.of(3, 1, 2, 2), 1, 0, 0, 0, 0, 1, 1, 0, 1, 2, 3, 4);
    Data result = float32(Shape.of(1, 3, 2, 2), 0, 1, 3, 4, 32, 34, 38, 40, 227, 237, 257, 267);
    inEveryLayout(input, filter, float32(0, 10, 20), 3, result);
  }

  @Test
  void depthwiseWithSeveralFiltersAChannel() {
    conv(counted(0, 1, 2, 2, 2), counted(1, 4, 1, 1, 1), o -> o.groups(2))
        .gives(
            float32(Shape.of(1, 4, 2, 2), 0, 1, 2, 3, 0, 2, 4, 6, 12, 15, 18, 21, 16, 20, 24, 28));
  }

  @Test
  void allOptionsAtOnce() {
    withBias(
            counted(0, 1, 2, 5, 6),
            counted(-3, 2, 1, 3, 2),
            float32(0.5, -0.5),
            o -> o.padding(2, 1, 0, 3).strides(2, 1).dilations(1, 2).groups(2))
        .gives(
            float32(
                Shape.of(1, 2, 3, 7),
                4.5,
                7.5,
                10.5,
                13.5,
                4.5,
                5.5,
                0.5,
                30.5,
                27.5,
                24.5,
                21.5,
                -5.5,
                -8.5,
                0.5,
                -5.5,
                -8.5,
                -11.5,
                -14.5,
                -41.5,
                -44.5,
                0.5,
                465.5,
                480.5,
                495.5,
                510.5,
                237.5,
                244.5,
                -0.5,
                1271.5,
                1304.5,
                1337.5,
                1370.5,
                623.5,
                638.5,
                -0.5,
                1667.5,
                1700.5,
                1733.5,
                1766.5,
                803.5,
                818.5,
                -0.5));
  }

  /** The rest of the input that no whole window fits on is left out. */
  @Test
  void sizesRoundDown() {
    conv(counted(1, 1, 1, 2, 4), float32(Shape.of(1, 1, 1, 1), 2), o -> o.strides(2, 3))
        .gives(float32(Shape.of(1, 1, 1, 2), 2, 8));
    conv(
            counted(1, 1, 1, 2, 4),
            float32(Shape.of(1, 1, 2, 3), 1, 0, 0, 0, 0, 1),
            o -> o.strides(2, 2))
        .gives(float32(Shape.of(1, 1, 1, 1), 8));
  }

  @Test
  void infinityTimesZeroIsNaN() {
    Data input = float32(Shape.of(1, 1, 1, 2), Double.POSITIVE_INFINITY, 2);
    conv(input, float32(Shape.of(1, 1, 1, 2), 0, 1), o -> {})
        .gives(float32(Shape.of(1, 1, 1, 1), Double.NaN));
  }

  /** Sums in float16 would stay at 2048. */
  @Test
  void float16IsRoundedOnce() {
    Example.of(
            float16(Shape.of(1, 3, 1, 1), 2048, 1, 1),
            float16(Shape.of(1, 3, 1, 1), 1, 1, 1),
            float16(Shape.of(1), -2))
        .graph((builder, x) -> builder.conv2d(x.getFirst(), x.get(1), o -> o.bias(x.getLast())))
        .gives(float16(Shape.of(1, 1, 1, 1), 2048));
  }
}
