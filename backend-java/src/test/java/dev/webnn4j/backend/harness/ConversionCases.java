package dev.webnn4j.backend.harness;

import dev.webnn4j.MLAutoBroadcast;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.Broadcasting;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.util.Map;

/** Conversions to another data type or range. */
final class ConversionCases {
  private ConversionCases() {}

  static Map<Operator, CaseGenerator> generators() {
    return Map.of(
        Cast.OPERATOR, ConversionCases::cast,
        Clamp.OPERATOR, ConversionCases::clamp,
        FakeQuantize.OPERATOR, ConversionCases::fakeQuantize);
  }

  private static OperatorCase cast(Draw draw) {
    MLOperandDescriptor type = draw.type(draw.from(Types.ANY), UnaryCases.shape(draw));
    return OperatorCase.of(Cast.OPERATOR)
        .operand(Cast.INPUT, type, Fill.special())
        .with(Cast.DATA_TYPE, draw.from(Types.ANY))
        .tolerance(Tolerance.ulps(0))
        .build(draw);
  }

  private static OperatorCase clamp(Draw draw) {
    MLOperandDescriptor type = draw.type(draw.from(Types.ANY), UnaryCases.shape(draw));
    OperatorCase.Builder builder =
        OperatorCase.of(Clamp.OPERATOR)
            .operand(Clamp.INPUT, type, Fill.special())
            .tolerance(Tolerance.ulps(0));
    double low = draw.uniform(-9, 9);
    if (!draw.oneIn(3)) {
      builder.with(Clamp.MIN_VALUE, draw.oneIn(2) ? MLNumber.of(low) : MLNumber.of((long) low));
    }
    if (!draw.oneIn(3)) {
      double high = low + draw.uniform(1, 9);
      builder.with(Clamp.MAX_VALUE, draw.oneIn(2) ? MLNumber.of(high) : MLNumber.of((long) high));
    }
    return builder.build(draw);
  }

  /**
   * What float32 makes of {@code (x - low) / (high - low) * (levels - 1)} is off by a few roundings
   * of its terms, as if x were another; near a tie the result then is the neighbouring level. The
   * result itself is off by a few roundings of its terms, which the output limits bound.
   */
  private static OperatorCase fakeQuantize(Draw draw) {
    MLOperandDataType dataType = draw.from(Types.FLOATS);
    Shape shape = UnaryCases.shape(draw);
    boolean numpy = !draw.oneIn(4);
    OperatorCase.Builder builder =
        OperatorCase.of(FakeQuantize.OPERATOR)
            .operand(FakeQuantize.INPUT, draw.type(dataType, shape), Fill.uniform(-3, 3))
            .with(FakeQuantize.LEVELS, draw.of(2L, 3L, 15L, 16L, 255L, 256L))
            .with(FakeQuantize.AUTO_BROADCAST, numpy ? MLAutoBroadcast.NUMPY : MLAutoBroadcast.NONE)
            .tolerance(Tolerance.ulps(2).absolute(dataType.bits() == 16 ? 1e-6 : 2e-6));
    Shape limits = !numpy ? shape : draw.oneIn(2) ? Shape.SCALAR : draw.broadcastable(shape);
    MLOperandDescriptor limitType = draw.type(dataType, limits);
    boolean reversed = draw.oneIn(8);
    Fill low = Fill.uniform(-2.5, -0.5);
    Fill high = draw.oneIn(6) ? low : Fill.uniform(0.5, 2.5);
    builder.operand(FakeQuantize.INPUT_LOW, limitType, reversed ? high : low);
    builder.operand(FakeQuantize.INPUT_HIGH, limitType, reversed ? low : high);
    builder.operand(FakeQuantize.OUTPUT_LOW, limitType, Fill.uniform(-4, 1));
    builder.operand(FakeQuantize.OUTPUT_HIGH, limitType, Fill.uniform(0, 4));
    return builder
        .alternative(operands -> moved(operands, 1))
        .alternative(operands -> moved(operands, -1))
        .build(draw);
  }

  /** The input a few roundings of the terms higher or lower, where it lies between the limits. */
  private static Operands<Tensor> moved(Operands<Tensor> operands, int direction) {
    Tensor x = operands.get(FakeQuantize.INPUT);
    Tensor low = operands.get(FakeQuantize.INPUT_LOW);
    Tensor high = operands.get(FakeQuantize.INPUT_HIGH);
    Tensor moved =
        Tensor.unrounded(
            x.type(),
            i -> {
              double from = at(low, x, i);
              double to = at(high, x, i);
              double error = 8 * 0x1p-24 * (Math.abs(x.real(i)) + Math.abs(from) + Math.abs(to));
              double min = Math.min(from, to);
              double max = Math.max(from, to);
              boolean inside = x.real(i) > min && x.real(i) <= max;
              return inside
                  ? Math.clamp(x.real(i) + direction * error, Math.nextUp(min), max)
                  : x.real(i);
            });
    return operands.with(FakeQuantize.INPUT, moved);
  }

  private static double at(Tensor limits, Tensor x, int index) {
    long place = 0;
    int rest = index;
    long[] strides = Broadcasting.strides(limits.shape(), x.shape());
    for (int axis = x.shape().rank() - 1; axis >= 0; axis--) {
      place += rest % x.shape().dim(axis) * strides[axis];
      rest /= x.shape().dim(axis);
    }
    return limits.real((int) place);
  }
}
