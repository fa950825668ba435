package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.DequantizeLinear;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.QuantizeLinear;
import dev.webnn4j.op.Types;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Quantisation: every type, parameters for all, for an axis, for blocks, of lower rank. */
final class QuantizationCases {
  private QuantizationCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(
        DequantizeLinear.OPERATOR, QuantizationCases::dequantize,
        QuantizeLinear.OPERATOR, QuantizationCases::quantize);
  }

  /** Large ones too: what two workers share must not be cut within a byte. */
  private static Shape shape(Draw draw) {
    return draw.oneIn(8)
        ? Shape.of(draw.between(1, 3), 3 * draw.between(3000, 7000))
        : draw.shape(0, 5, 400);
  }

  /** A shape of parameters: divisors of the sizes, leading axes left out. */
  private static Shape parameters(Draw draw, Shape of) {
    int[] dims =
        Arrays.stream(of.dims())
            .map(
                size ->
                    draw.oneIn(2)
                        ? draw.oneIn(2) ? 1 : size
                        : draw.from(
                            IntStream.rangeClosed(1, size)
                                .filter(part -> size % part == 0)
                                .boxed()
                                .toList()))
            .toArray();
    int from = draw.oneIn(3) ? draw.between(0, dims.length) : 0;
    return Shape.of(Arrays.copyOfRange(dims, from, dims.length));
  }

  /** Of either sign, and large enough not to overflow what it divides. */
  private static Fill scales() {
    return (type, draw) ->
        Tensor.ofReals(
            type,
            _ ->
                draw.oneIn(4)
                    ? draw.of(1.0, -1.0, 0.5, 2.0, 0.125)
                    : draw.uniform(0.01, 3) * (draw.oneIn(4) ? -1 : 1));
  }

  /** The formula in double precision has one result, for every integer type and both floats. */
  private static OperatorCase quantize(Draw draw) {
    MLOperandDataType floats = draw.from(Types.FLOATS);
    MLOperandDataType integers = draw.from(Types.QUANTIZED);
    Shape shape = shape(draw);
    Shape parameters = parameters(draw, shape);
    Fill input = draw.oneIn(3) ? Fill.special() : Fill.uniform(-300, 300).orWhole();
    return OperatorCase.of(QuantizeLinear.OPERATOR)
        .operand(QuantizeLinear.INPUT, draw.type(floats, shape), input)
        .operand(QuantizeLinear.SCALE, draw.type(floats, parameters), scales())
        .operand(QuantizeLinear.ZERO_POINT, draw.type(integers, parameters), Fill.any())
        .tolerance(Tolerance.exact())
        .build(draw);
  }

  /**
   * Rounded once. Only the product of a 32-bit integer and a float16 may be rounded to float32
   * first, and then lie on the other side of the middle between two float16.
   */
  private static OperatorCase dequantize(Draw draw) {
    MLOperandDataType floats = draw.from(Types.FLOATS);
    MLOperandDataType integers = draw.from(Types.QUANTIZED);
    boolean wide = integers.bits() == 32 && floats == MLOperandDataType.FLOAT16;
    Shape shape = shape(draw);
    Shape parameters = parameters(draw, shape);
    Fill scales = draw.oneIn(4) ? Fill.special() : scales();
    return OperatorCase.of(DequantizeLinear.OPERATOR)
        .operand(DequantizeLinear.INPUT, draw.type(integers, shape), Fill.any())
        .operand(DequantizeLinear.SCALE, draw.type(floats, parameters), scales)
        .operand(DequantizeLinear.ZERO_POINT, draw.type(integers, parameters), Fill.any())
        .tolerance(wide ? Tolerance.ulps(1) : Tolerance.exact())
        .build(draw);
  }
}
