package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.integers;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLPool2dOptions;
import dev.webnn4j.MLRoundingType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Pooling;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Poolings, by hand; roots are those of the sums of squares. */
final class PoolingExamplesTest {
  private static final Data NINE = counted(3, 3);
  private static final Data TWENTY = counted(4, 5);

  private static Example pool(Pooling pooling, Data x, Consumer<MLPool2dOptions> options) {
    return Example.of(x)
        .graph((builder, operands) -> builder.pool(pooling, operands.getFirst(), options))
        .within(1e-6);
  }

  /** 1, 2, 3 and so on, in one channel. */
  private static Data counted(int height, int width) {
    return image(
        height, width, IntStream.rangeClosed(1, height * width).asDoubleStream().toArray());
  }

  private static Data image(int height, int width, double... pixels) {
    return float32(Shape.of(1, 1, height, width), pixels);
  }

  private static double[] roots(double... squares) {
    return DoubleStream.of(squares).map(Math::sqrt).toArray();
  }

  @Test
  void theWindowIsTheWholeImageByDefault() {
    pool(Pooling.AVERAGE_POOL2D, NINE, o -> {}).gives(image(1, 1, 5));
    pool(Pooling.L2_POOL2D, NINE, o -> {}).gives(image(1, 1, roots(285)));
    pool(Pooling.MAX_POOL2D, NINE, o -> {}).gives(image(1, 1, 9));
  }

  /** Neither in the divisor of the mean, nor as a zero that is greater than negatives. */
  @Test
  void paddingIsNoPixel() {
    Consumer<MLPool2dOptions> topLeft = o -> o.windowDimensions(2, 2).padding(1, 0, 1, 0);
    pool(Pooling.AVERAGE_POOL2D, NINE, topLeft)
        .gives(image(3, 3, 1, 1.5, 2.5, 2.5, 3, 4, 5.5, 6, 7));
    pool(Pooling.L2_POOL2D, NINE, topLeft)
        .gives(image(3, 3, roots(1, 5, 13, 17, 46, 74, 65, 154, 206)));
    pool(Pooling.MAX_POOL2D, image(2, 2, -1, -2, -3, -4), topLeft)
        .gives(image(2, 2, -1, -1, -1, -1));
  }

  @Test
  void paddingIsTopBottomLeftRight() {
    pool(Pooling.MAX_POOL2D, image(1, 2, -1, -2), o -> o.windowDimensions(1, 1).padding(0, 0, 0, 0))
        .gives(image(1, 2, -1, -2));
    pool(
            Pooling.AVERAGE_POOL2D,
            image(2, 1, 2, 4),
            o -> o.windowDimensions(2, 1).padding(0, 1, 0, 0))
        .gives(image(2, 1, 3, 4));
    pool(
            Pooling.AVERAGE_POOL2D,
            image(1, 2, 2, 4),
            o -> o.windowDimensions(1, 2).padding(0, 0, 0, 1))
        .gives(image(1, 2, 3, 4));
  }

  /** Almost all of it padding, which takes no time. */
  @Test
  void aWindowMayBeAsLargeAsNumbersGo() {
    int most = Integer.MAX_VALUE;
    for (MLInputOperandLayout layout : MLInputOperandLayout.values()) {
      Consumer<MLPool2dOptions> all =
          o -> o.windowDimensions(most, most).padding(most - 3, 0, 1, most - 4).layout(layout);
      Shape one = Shape.of(1, 1, 1, 1);
      boolean planes = layout == MLInputOperandLayout.NCHW;
      Data nine =
          float32(planes ? Shape.of(1, 1, 3, 3) : Shape.of(1, 3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9);
      pool(Pooling.AVERAGE_POOL2D, nine, all).gives(float32(one, 5));
      pool(Pooling.L2_POOL2D, nine, all).gives(float32(one, roots(285)));
      pool(Pooling.MAX_POOL2D, nine, all).gives(float32(one, 9));
    }
  }

  @Test
  void dilationsAreOfHeightAndWidth() {
    Consumer<MLPool2dOptions> dilated = o -> o.windowDimensions(2, 2).dilations(2, 3);
    pool(Pooling.AVERAGE_POOL2D, TWENTY, dilated).gives(image(2, 2, 7.5, 8.5, 12.5, 13.5));
    pool(Pooling.MAX_POOL2D, TWENTY, dilated).gives(image(2, 2, 14, 15, 19, 20));
    pool(Pooling.L2_POOL2D, TWENTY, dilated).gives(image(2, 2, roots(334, 398, 734, 838)));
  }

  @Test
  void roundingUpAddsAnIncompleteWindow() {
    Consumer<MLPool2dOptions> window = o -> o.windowDimensions(2, 2).strides(2, 2);
    Consumer<MLPool2dOptions> ceil =
        window.andThen(o -> o.outputShapeRounding(MLRoundingType.CEIL));
    pool(Pooling.AVERAGE_POOL2D, TWENTY, window).gives(image(2, 2, 4, 6, 14, 16));
    pool(Pooling.AVERAGE_POOL2D, TWENTY, ceil).gives(image(2, 3, 4, 6, 7.5, 14, 16, 17.5));
    pool(Pooling.MAX_POOL2D, TWENTY, ceil).gives(image(2, 3, 7, 9, 10, 17, 19, 20));
    pool(Pooling.L2_POOL2D, TWENTY, ceil).gives(image(2, 3, roots(90, 170, 125, 810, 1050, 625)));
  }

  @Test
  void outputSizesOverrideTheRounding() {
    Consumer<MLPool2dOptions> window = o -> o.windowDimensions(2, 2).strides(2, 2);
    pool(Pooling.MAX_POOL2D, TWENTY, window.andThen(o -> o.outputSizes(2, 3)))
        .gives(image(2, 3, 7, 9, 10, 17, 19, 20));
    pool(
            Pooling.MAX_POOL2D,
            TWENTY,
            window.andThen(o -> o.outputSizes(2, 2).outputShapeRounding(MLRoundingType.CEIL)))
        .gives(image(2, 2, 7, 9, 17, 19));
  }

  /** Against the letter of the specification, which then has no padding. */
  @Test
  void outputSizesLeaveThePadding() {
    pool(
            Pooling.AVERAGE_POOL2D,
            NINE,
            o -> o.windowDimensions(2, 2).padding(1, 0, 1, 0).outputSizes(3, 3))
        .gives(image(3, 3, 1, 1.5, 2.5, 2.5, 3, 4, 5.5, 6, 7));
  }

  @Test
  void channelsStayApartInBothLayouts() {
    for (Pooling pooling : Pooling.values()) {
      double[] first = pooling == Pooling.L2_POOL2D ? roots(25, 100) : new double[] {4, 8};
      double[] result = pooling == Pooling.AVERAGE_POOL2D ? new double[] {3.5, 7} : first;
      pool(pooling, float32(Shape.of(1, 2, 1, 2), 3, 4, 6, 8), o -> o.windowDimensions(1, 2))
          .gives(float32(Shape.of(1, 2, 1, 1), result));
      pool(
              pooling,
              float32(Shape.of(1, 1, 2, 2), 3, 6, 4, 8),
              o -> o.windowDimensions(1, 2).layout(MLInputOperandLayout.NHWC))
          .gives(float32(Shape.of(1, 1, 1, 2), result));
    }
  }

  @Test
  void batchesStayApart() {
    pool(Pooling.MAX_POOL2D, float32(Shape.of(2, 1, 2, 1), 1, 2, -4, -3), o -> {})
        .gives(float32(Shape.of(2, 1, 1, 1), 2, -3));
  }

  @Test
  void l2IgnoresTheSign() {
    pool(Pooling.L2_POOL2D, image(2, 2, 3, -4, -6, 8), o -> o.windowDimensions(1, 2))
        .gives(image(2, 1, 5, 10));
  }

  @Test
  void nanAndInfinitySpread() {
    double nan = Double.NaN;
    double inf = Double.POSITIVE_INFINITY;
    for (Pooling pooling : Pooling.values()) {
      pool(pooling, image(3, 2, nan, 1, inf, 2, 3, inf), o -> o.windowDimensions(1, 2))
          .gives(image(3, 1, nan, inf, inf));
    }
    pool(Pooling.MAX_POOL2D, image(1, 2, -inf, -inf), o -> {}).gives(image(1, 1, -inf));
  }

  @Test
  void maxOfEveryIntegerType() {
    for (MLOperandDataType type : MLOperandDataType.values()) {
      if (type.isFloat() || type.bits() < 8) {
        continue;
      }
      boolean signed = type.kind() == MLOperandDataType.Kind.SIGNED;
      pool(
              Pooling.MAX_POOL2D,
              integers(type, Shape.of(1, 1, 2, 3), -1, 1, 0, -3, -2, -2),
              o -> o.windowDimensions(1, 3).padding(0, 0, 0, 1))
          .gives(
              signed
                  ? integers(type, Shape.of(1, 1, 2, 2), 1, 1, -2, -2)
                  : integers(type, Shape.of(1, 1, 2, 2), -1, 1, -2, -2));
    }
    long odd = (1L << 53) + 1;
    for (MLOperandDataType type :
        new MLOperandDataType[] {MLOperandDataType.INT64, MLOperandDataType.UINT64}) {
      pool(Pooling.MAX_POOL2D, integers(type, Shape.of(1, 1, 1, 2), odd - 1, odd), o -> {})
          .gives(integers(type, Shape.of(1, 1, 1, 1), odd));
    }
  }

  /** Their sum and the sum of their squares are infinite in float16. */
  @Test
  void float16IsRoundedOnce() {
    Data large = float16(Shape.of(1, 1, 1, 4), 32768, 32768, 32768, 32768);
    pool(Pooling.AVERAGE_POOL2D, large, o -> {}).gives(float16(Shape.of(1, 1, 1, 1), 32768));
    pool(Pooling.L2_POOL2D, float16(Shape.of(1, 1, 1, 2), 3072, 4096), o -> {})
        .gives(float16(Shape.of(1, 1, 1, 1), 5120));
    pool(Pooling.MAX_POOL2D, float16(Shape.of(1, 1, 1, 2), -0x1p-24, -65504), o -> {})
        .gives(float16(Shape.of(1, 1, 1, 1), -0x1p-24));
  }
}
