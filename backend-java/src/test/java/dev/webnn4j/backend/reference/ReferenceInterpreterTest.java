package dev.webnn4j.backend.reference;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT64;
import static dev.webnn4j.MLOperandDataType.UINT8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The oracle itself, against numbers worked out by hand or taken from tables. */
final class ReferenceInterpreterTest {
  private static Tensor run(Operator operator, Operands<Tensor> operands, Attributes attributes) {
    Call call = new Call(operator, operands.map(Tensor::type), attributes, "");
    List<Value> results =
        operator.infer(call).stream().map(type -> new Value(type, "result")).toList();
    Operands<Value> values = operands.map(tensor -> new Value(tensor.type(), "x"));
    Node node = new Node(operator, values, attributes, results, "");
    return ReferenceInterpreter.run(node, operands).getFirst();
  }

  private static Tensor reals(double... values) {
    return Tensor.ofReals(MLOperandDescriptor.of(FLOAT32, values.length), i -> values[i]);
  }

  private static Tensor image(int height, int width, double... values) {
    return Tensor.ofReals(MLOperandDescriptor.of(FLOAT32, 1, 1, height, width), i -> values[i]);
  }

  private static Tensor integers(MLOperandDataType type, long... values) {
    return Tensor.ofIntegers(MLOperandDescriptor.of(type, values.length), i -> values[i]);
  }

  private static long[] longs(Tensor tensor) {
    return IntStream.range(0, tensor.count()).mapToLong(tensor::integer).toArray();
  }

  private static double[] doubles(Tensor tensor) {
    return IntStream.range(0, tensor.count()).mapToDouble(tensor::real).toArray();
  }

  private static long[] binary(ElementwiseBinary function, Tensor a, Tensor b) {
    return longs(
        run(
            function.operator(),
            Operands.of(ElementwiseBinary.A, a, ElementwiseBinary.B, b),
            Attributes.NONE));
  }

  @Test
  void integersWrapTruncateAndCompareByTheirSign() {
    long min = Long.MIN_VALUE;
    assertArrayEquals(
        new long[] {-128, 126},
        binary(ElementwiseBinary.ADD, integers(INT8, 127, -128), integers(INT8, 1, -2)));
    assertArrayEquals(
        new long[] {-2, 0, Integer.MIN_VALUE},
        binary(
            ElementwiseBinary.DIV,
            integers(INT32, -7, 5, Integer.MIN_VALUE),
            integers(INT32, 3, 0, -1)));
    assertArrayEquals(
        new long[] {Long.MAX_VALUE, min},
        binary(ElementwiseBinary.DIV, integers(UINT64, -1, min), integers(UINT64, 2, 1)));
    assertArrayEquals(
        new long[] {-1}, binary(ElementwiseBinary.MAX, integers(UINT64, -1), integers(UINT64, 1)));
    assertArrayEquals(
        new long[] {1}, binary(ElementwiseBinary.MAX, integers(INT64, -1), integers(INT64, 1)));
  }

  @Test
  void integerPowersWrapAndNegativeExponentsTruncate() {
    assertArrayEquals(
        new long[] {-27, 1, 0, -1, 1, 0, 0},
        binary(
            ElementwiseBinary.POW,
            integers(INT32, -3, 0, 2, -1, -1, 0, 2),
            integers(INT32, 3, 0, -1, -3, -2, -1, 32)));
  }

  @Test
  void castsSaturateOrWrap() {
    assertArrayEquals(
        new long[] {255, 0, 0, 3, 255},
        longs(cast(reals(300, -1, Double.NaN, 3.9, Double.POSITIVE_INFINITY), UINT8)));
    assertArrayEquals(new long[] {-128, -3}, longs(cast(reals(-1e9, -3.9), INT8)));
    assertArrayEquals(new long[] {255, 44}, longs(cast(integers(INT32, -1, 300), UINT8)));
    assertArrayEquals(new double[] {0x1p64}, doubles(cast(integers(UINT64, -1), FLOAT32)));
    assertArrayEquals(
        new double[] {Double.POSITIVE_INFINITY, 65504},
        doubles(cast(reals(65520, 65519), FLOAT16)));
  }

  private static Tensor cast(Tensor input, MLOperandDataType type) {
    return run(Cast.OPERATOR, Operands.of(Cast.INPUT, input), Attributes.of(Cast.DATA_TYPE, type));
  }

  @Test
  void errorFunctionIsThatOfTheTables() {
    assertEquals(0.8427007929497149, Erf.erf(1), 1e-15);
    assertEquals(-0.9953222650189527, Erf.erf(-2), 1e-15);
    assertEquals(0.9999779095030014, Erf.erf(3), 1e-15);
    assertEquals(1.537459794428035e-12, Erf.erfc(5), 1e-25);
    assertEquals(2.0884875837625446e-45, Erf.erfc(10), 1e-58);
    assertEquals(1.9953222650189526, Erf.erfc(-2), 1e-15);
    assertEquals(1, Erf.erf(Double.POSITIVE_INFINITY));
    assertEquals(0, Erf.erfc(Double.POSITIVE_INFINITY));
  }

  @Test
  void geluKeepsItsTail() {
    Operator gelu = ElementwiseUnary.GELU.operator();
    Tensor result =
        run(gelu, Operands.of(ElementwiseUnary.GELU.input(), reals(-8)), Attributes.NONE);
    assertEquals(-8 * 6.220960574271785e-16, result.real(0), 1e-21);
  }

  @Test
  void fakeQuantizeRoundsTiesToEvenBetweenItsLimits() {
    Tensor result = quantize(reals(-9, 0, 0.5, 1.5, 2.5, 4, 9), 0, 4, 0, 4, 5);
    assertArrayEquals(new double[] {0, 0, 0, 2, 2, 4, 4}, doubles(result));
  }

  @Test
  void fakeQuantizeOfNoRangeIsAThreshold() {
    Tensor result = quantize(reals(0.9, 1, 1.1), 1, 1, -1, 1, 2);
    assertArrayEquals(new double[] {-1, -1, 1}, doubles(result));
  }

  @Test
  void fakeQuantizeOfReversedLimits() {
    // Below the lesser limit is the low output, whichever input limit that is.
    Tensor result = quantize(reals(-1, 1, 3, 5), 4, 0, 0, 4, 5);
    assertArrayEquals(new double[] {0, 3, 1, 4}, doubles(result));
  }

  private static Tensor quantize(
      Tensor x, double inLow, double inHigh, double outLow, double outHigh, long levels) {
    return run(
        FakeQuantize.OPERATOR,
        Operands.of(FakeQuantize.INPUT, x)
            .with(FakeQuantize.INPUT_LOW, reals(inLow))
            .with(FakeQuantize.INPUT_HIGH, reals(inHigh))
            .with(FakeQuantize.OUTPUT_LOW, reals(outLow))
            .with(FakeQuantize.OUTPUT_HIGH, reals(outHigh)),
        Attributes.of(FakeQuantize.LEVELS, levels));
  }

  @Test
  void convolutionIsCorrelationWithPadding() {
    Tensor result =
        run(
            Conv2d.OPERATOR,
            Operands.of(Conv2d.INPUT, image(2, 2, 1, 2, 3, 4), Conv2d.FILTER, image(1, 2, 10, 1))
                .with(Conv2d.BIAS, reals(100)),
            Attributes.of(Conv2d.PADDING, List.of(0L, 0L, 1L, 0L)));
    assertArrayEquals(new double[] {101, 112, 103, 134}, doubles(result));
    assertEquals(MLInputOperandLayout.NCHW, Conv2d.INPUT_LAYOUT.defaultValue().orElseThrow());
  }

  @Test
  void paddingIsNoPixelOfAPooling() {
    Attributes attributes =
        Attributes.of(Pool2d.WINDOW_DIMENSIONS, List.of(1L, 2L))
            .with(Pool2d.PADDING, List.of(0L, 0L, 1L, 2L));
    Tensor input = image(1, 2, -3, -4);
    assertArrayEquals(
        new double[] {-3, -3.5, -4, 0}, doubles(pool(Pooling.AVERAGE_POOL2D, input, attributes)));
    assertArrayEquals(
        new double[] {3, 5, 4, 0}, doubles(pool(Pooling.L2_POOL2D, input, attributes)));
    assertArrayEquals(
        new double[] {-3, -3, -4, Double.NEGATIVE_INFINITY},
        doubles(pool(Pooling.MAX_POOL2D, input, attributes)));
  }

  private static Tensor pool(Pooling function, Tensor input, Attributes attributes) {
    return run(function.operator(), Operands.of(function.input(), input), attributes);
  }
}
