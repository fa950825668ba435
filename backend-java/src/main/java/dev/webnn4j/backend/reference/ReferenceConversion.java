package dev.webnn4j.backend.reference;

import dev.webnn4j.MLAutoBroadcast;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;

/** Conversions to another data type or range. */
final class ReferenceConversion {
  private ReferenceConversion() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(
        Cast.OPERATOR, ReferenceConversion::cast,
        Clamp.OPERATOR, ReferenceConversion::clamp,
        FakeQuantize.OPERATOR, ReferenceConversion::fakeQuantize);
  }

  private static Tensor cast(ReferenceCall call) {
    Tensor x = call.tensor(Cast.INPUT);
    MLOperandDataType from = x.type().dataType();
    MLOperandDataType to = call.resultType().dataType();
    if (to.isFloat()) {
      // A 64-bit integer may lie between two doubles, and rounding to double first would be a
      // second rounding.
      return x.isFloat()
          ? Tensor.ofReals(call.resultType(), x::real)
          : Tensor.ofReals(
              call.resultType(), i -> toFloat(to, ReferenceBinary.exact(from, x.integer(i))));
    }
    return x.isFloat()
        ? Tensor.ofIntegers(call.resultType(), i -> saturate(to, x.real(i)))
        : Tensor.ofIntegers(call.resultType(), x::integer);
  }

  private static double toFloat(MLOperandDataType type, BigInteger value) {
    // All integers above 65520 are infinite in float16; those below are exact in a double.
    return type == MLOperandDataType.FLOAT16 ? value.doubleValue() : value.floatValue();
  }

  /** Truncated, saturated; NaN is 0. */
  private static long saturate(MLOperandDataType type, double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? 0 : MLNumber.of(value).castTo(type).longValue();
    }
    BigInteger whole = new BigDecimal(value).setScale(0, RoundingMode.DOWN).toBigInteger();
    return MLNumber.of(whole).castTo(type).longValue();
  }

  private static Tensor clamp(ReferenceCall call) {
    Tensor x = call.tensor(Clamp.INPUT);
    MLOperandDataType type = x.type().dataType();
    MLNumber min = Clamp.min(call.node().attributes(), type);
    MLNumber max = Clamp.max(call.node().attributes(), type);
    if (x.isFloat()) {
      return Tensor.ofReals(
          x.type(), i -> Math.min(Math.max(x.real(i), min.doubleValue()), max.doubleValue()));
    }
    BigInteger low = ReferenceBinary.exact(type, min.longValue());
    BigInteger high = ReferenceBinary.exact(type, max.longValue());
    return Tensor.ofIntegers(
        x.type(), i -> ReferenceBinary.exact(type, x.integer(i)).max(low).min(high).longValue());
  }

  private static Tensor fakeQuantize(ReferenceCall call) {
    Tensor x = call.tensor(FakeQuantize.INPUT);
    double steps = call.get(FakeQuantize.LEVELS) - 1;
    return Tensor.ofReals(
        x.type(),
        i ->
            quantize(
                x.real(i),
                limit(call, FakeQuantize.INPUT_LOW, i),
                limit(call, FakeQuantize.INPUT_HIGH, i),
                limit(call, FakeQuantize.OUTPUT_LOW, i),
                limit(call, FakeQuantize.OUTPUT_HIGH, i),
                steps));
  }

  private static double limit(ReferenceCall call, OperandSlot slot, int index) {
    Tensor limits = call.tensor(slot);
    return call.get(FakeQuantize.AUTO_BROADCAST) == MLAutoBroadcast.NONE
        ? limits.real(index)
        : limits.real(
            Places.broadcast(limits.shape(), call.tensor(FakeQuantize.INPUT).shape(), index));
  }

  private static double quantize(
      double x, double inLow, double inHigh, double outLow, double outHigh, double steps) {
    if (x <= Math.min(inLow, inHigh)) {
      return outLow;
    }
    if (x > Math.max(inLow, inHigh)) {
      return outHigh;
    }
    double level = Math.rint((x - inLow) / (inHigh - inLow) * steps);
    return level / steps * (outHigh - outLow) + outLow;
  }
}
