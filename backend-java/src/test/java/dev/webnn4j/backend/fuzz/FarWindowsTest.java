package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.harness.KernelHarness;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.Tolerance;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Windows whose padding, dilation and stride are near 2^31 while image and result are small: legal,
 * and the places of their taps fit no int.
 */
final class FarWindowsTest {
  private static final int CASES = 40 * Integer.getInteger("webnn.test.graphs", 5) / 5;
  private static final int MAX = Integer.MAX_VALUE;

  @TestFactory
  Stream<DynamicTest> areRight() {
    return Stream.of(
        test("conv2d", FarWindowsTest::conv2d),
        test("convolution", FarWindowsTest::convolution),
        test("invertedResidual", FarWindowsTest::invertedResidual),
        test("groupConv2d", FarWindowsTest::groupConv2d),
        test("convTranspose2d", FarWindowsTest::convTranspose2d),
        test("averagePool2d", draw -> pooling(Pooling.AVERAGE_POOL2D, draw)),
        test("l2Pool2d", draw -> pooling(Pooling.L2_POOL2D, draw)),
        test("maxPool2d", draw -> pooling(Pooling.MAX_POOL2D, draw)));
  }

  private static DynamicTest test(String name, Function<Draw, OperatorCase> generator) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            IntStream.range(0, CASES)
                .forEach(seed -> KernelHarness.check(generator.apply(new Draw(seed)))));
  }

  /** A window along one axis. */
  private record Window(int input, int taps, long stride, long dilation, long begin, long end) {

    static Window of(Draw draw) {
      int input = draw.between(1, 9);
      int taps = draw.between(2, 4);
      int most = (int) Math.min(MAX, 2L * MAX / (taps - 1) - 20);
      long dilation = draw.oneIn(3) ? draw.between(1, 3) : far(draw, most);
      long stride = draw.oneIn(2) ? draw.between(1, 3) : far(draw, MAX);
      long span = (taps - 1) * dilation + 1;
      long room = draw.between(0, 8);
      long padding = Math.max(0, span + room - input);
      // So that a tap meets the image.
      long begin = draw.between(0, taps - 1) * dilation - draw.between(0, input - 1);
      long least = Math.max(0, padding - MAX);
      begin = Math.clamp(begin, least, Math.min(padding, MAX));
      return new Window(input, taps, stride, dilation, begin, padding - begin);
    }

    /** Of either half of the numbers, or as large as it can be. */
    private static int far(Draw draw, int most) {
      return draw.oneIn(3)
          ? most - draw.between(0, 3)
          : most - Math.floorMod(draw.bits(), most / 4 * 3);
    }
  }

  private static List<Long> strides(Window height, Window width) {
    return List.of(height.stride, width.stride);
  }

  private static List<Long> dilations(Window height, Window width) {
    return List.of(height.dilation, width.dilation);
  }

  private static List<Long> padding(Window height, Window width) {
    return List.of(height.begin, height.end, width.begin, width.end);
  }

  private static Fill fill() {
    return Fill.uniform(-2, 2);
  }

  private static OperatorCase conv2d(Draw draw) {
    Window height = Window.of(draw);
    Window width = Window.of(draw);
    int groups = draw.between(1, 3);
    int inputs = draw.oneIn(2) ? 1 : draw.between(1, 17);
    int outputs = draw.oneIn(2) ? 1 : draw.between(1, 17);
    MLInputOperandLayout layout = draw.of(MLInputOperandLayout.values());
    Shape input = ImageLayout.shape(layout, 1, groups * inputs, height.input, width.input);
    Shape filter = Shape.of(groups * outputs, inputs, height.taps, width.taps);
    return OperatorCase.of(Conv2d.OPERATOR)
        .operand(Conv2d.INPUT, draw.type(MLOperandDataType.FLOAT32, input), fill())
        .operand(Conv2d.FILTER, draw.type(MLOperandDataType.FLOAT32, filter), fill())
        .with(Conv2d.INPUT_LAYOUT, layout)
        .with(Conv2d.GROUPS, (long) groups)
        .with(Conv2d.STRIDES, strides(height, width))
        .with(Conv2d.DILATIONS, dilations(height, width))
        .with(Conv2d.PADDING, padding(height, width))
        .tolerance(Tolerance.sum(inputs * height.taps * width.taps))
        .build(draw);
  }

  /** The engine's own, which the faster tiers take. */
  private static OperatorCase convolution(Draw draw) {
    Window height = Window.of(draw);
    Window width = Window.of(draw);
    boolean depthwise = draw.oneIn(2);
    int groups = depthwise ? draw.between(2, 17) : draw.between(1, 3);
    int inputs = depthwise ? 1 : draw.between(1, 17);
    int outputs = depthwise ? 1 : draw.between(1, 17);
    Shape input = Shape.of(1, height.input, width.input, groups * inputs);
    Shape filter = Shape.of(groups * outputs, height.taps, width.taps, inputs);
    return OperatorCase.of(Convolution.OPERATOR)
        .operand(Convolution.INPUT, draw.type(MLOperandDataType.FLOAT32, input), fill())
        .operand(Convolution.FILTER, draw.type(MLOperandDataType.FLOAT32, filter), fill())
        .with(Convolution.GROUPS, (long) groups)
        .with(Convolution.STRIDES, strides(height, width))
        .with(Convolution.DILATIONS, dilations(height, width))
        .with(Convolution.PADDING, padding(height, width))
        .constant(Convolution.FILTER)
        .tolerance(Tolerance.sum(inputs * height.taps * width.taps))
        .build(draw);
  }

  private static OperatorCase invertedResidual(Draw draw) {
    Window height = Window.of(draw);
    Window width = Window.of(draw);
    int inputs = draw.between(1, 17);
    int expanded = draw.between(2, 17);
    int outputs = draw.between(1, 17);
    MLOperandDataType type = MLOperandDataType.FLOAT32;
    Shape input = Shape.of(1, height.input, width.input, inputs);
    Shape expansion = Shape.of(expanded, 1, 1, inputs);
    Shape depthwise = Shape.of(expanded, height.taps, width.taps, 1);
    Shape projection = Shape.of(outputs, 1, 1, expanded);
    return OperatorCase.of(InvertedResidual.OPERATOR)
        .operand(InvertedResidual.INPUT, draw.type(type, input), fill())
        .operand(InvertedResidual.EXPANSION, draw.type(type, expansion), fill())
        .operand(InvertedResidual.DEPTHWISE, draw.type(type, depthwise), fill())
        .operand(InvertedResidual.PROJECTION, draw.type(type, projection), fill())
        .with(InvertedResidual.STRIDES, strides(height, width))
        .with(InvertedResidual.DILATIONS, dilations(height, width))
        .with(InvertedResidual.PADDING, padding(height, width))
        .constant(InvertedResidual.EXPANSION, InvertedResidual.DEPTHWISE)
        .constant(InvertedResidual.PROJECTION)
        .tolerance(Tolerance.sum(inputs + height.taps * width.taps + expanded + 6))
        .build(draw);
  }

  private static OperatorCase groupConv2d(Draw draw) {
    Window height = Window.of(draw);
    Window width = Window.of(draw);
    int groups = draw.between(1, 3);
    Shape input = Shape.of(1, groups, height.input, width.input);
    Shape filter = Shape.of(groups, 1, 1, height.taps, width.taps);
    return OperatorCase.of(GroupConv2d.OPERATOR)
        .operand(GroupConv2d.INPUT, draw.type(MLOperandDataType.FLOAT32, input), fill())
        .operand(GroupConv2d.FILTER, draw.type(MLOperandDataType.FLOAT32, filter), fill())
        .with(GroupConv2d.STRIDES, strides(height, width))
        .with(GroupConv2d.DILATIONS, dilations(height, width))
        .with(GroupConv2d.PADDING, padding(height, width))
        .tolerance(Tolerance.sum(height.taps * width.taps))
        .build(draw);
  }

  private static OperatorCase pooling(Pooling function, Draw draw) {
    Window height = Window.of(draw);
    Window width = Window.of(draw);
    MLInputOperandLayout layout = draw.of(MLInputOperandLayout.values());
    Shape input = ImageLayout.shape(layout, 1, draw.between(1, 17), height.input, width.input);
    return OperatorCase.of(function.operator())
        .operand(function.input(), draw.type(MLOperandDataType.FLOAT32, input), fill())
        .with(Pool2d.LAYOUT, layout)
        .with(Pool2d.WINDOW_DIMENSIONS, List.of((long) height.taps, (long) width.taps))
        .with(Pool2d.STRIDES, strides(height, width))
        .with(Pool2d.DILATIONS, dilations(height, width))
        .with(Pool2d.PADDING, padding(height, width))
        .tolerance(Tolerance.sum(16).absolute(1e-6))
        .build(draw);
  }

  /** The same the other way round: the pixels of the image, too, may be far from each other. */
  private record Spread(int input, int taps, long stride, long dilation, long begin, long end) {
    static Spread of(Draw draw) {
      int input = draw.between(1, 4);
      int taps = draw.between(1, 4);
      long budget = 2L * MAX;
      long dilation =
          taps == 1 || draw.oneIn(3)
              ? draw.between(1, 3)
              : Window.far(draw, (int) Math.min(MAX, budget / taps));
      budget -= (taps - 1) * dilation;
      long stride =
          input == 1 || draw.oneIn(3)
              ? draw.between(1, 3)
              : Window.far(draw, (int) Math.min(MAX, Math.max(20, budget / input)));
      long full = (input - 1) * stride + (taps - 1) * dilation + 1;
      long size = Math.min(full, draw.between(1, 12));
      long begin =
          draw.between(0, input - 1) * stride
              + draw.between(0, taps - 1) * dilation
              - draw.between(0, (int) size - 1);
      long cut = full - size;
      begin = Math.clamp(begin, Math.max(0, cut - MAX), Math.min(cut, MAX));
      return new Spread(input, taps, stride, dilation, begin, cut - begin);
    }
  }

  private static OperatorCase convTranspose2d(Draw draw) {
    Spread height = Spread.of(draw);
    Spread width = Spread.of(draw);
    int inputs = draw.between(1, 5);
    int outputs = draw.oneIn(2) ? 1 : draw.between(1, 17);
    MLInputOperandLayout layout = draw.of(MLInputOperandLayout.values());
    Shape input = ImageLayout.shape(layout, 1, inputs, height.input, width.input);
    Shape filter = Shape.of(inputs, outputs, height.taps, width.taps);
    return OperatorCase.of(ConvTranspose2d.OPERATOR)
        .operand(ConvTranspose2d.INPUT, draw.type(MLOperandDataType.FLOAT32, input), fill())
        .operand(ConvTranspose2d.FILTER, draw.type(MLOperandDataType.FLOAT32, filter), fill())
        .with(ConvTranspose2d.INPUT_LAYOUT, layout)
        .with(ConvTranspose2d.STRIDES, List.of(height.stride, width.stride))
        .with(ConvTranspose2d.DILATIONS, List.of(height.dilation, width.dilation))
        .with(ConvTranspose2d.PADDING, List.of(height.begin, height.end, width.begin, width.end))
        .tolerance(Tolerance.sum(inputs * height.taps * width.taps))
        .build(draw);
  }
}
